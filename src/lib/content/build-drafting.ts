import type { InferOutput } from 'valibot';
import type { Council } from '../model/council.ts';
import type { DraftingTable, DraftingTableSchema } from '../model/drafting.ts';
import type { ContentFile } from './content-file.ts';
import { readPassage, type Field, type Surroundings } from './stretch.ts';

/** A drafting table; its clauses name choices and options that are there, and no mark in them is left open. */
export function buildDrafting(
  file: ContentFile<InferOutput<typeof DraftingTableSchema>>,
  councils: readonly Council[] | null,
  around: Surroundings
): DraftingTable {
  const { id, data, complain } = file;
  const council = councils?.find(({ year }) => year === data.council.year);
  // While a council is not sound, that has been told.
  if (councils && !council?.rollCalls.some((call) => call.id === data.council.rollCall))
    complain(['council'], data.council, 'a year in content/council and one of its roll calls');
  for (const side of ['asked', 'adopted'] as const) around.mustSource(complain, [side, 'source'], data[side].source);

  const checkWhen = (when: Record<string, string[]>, field: Field) => {
    for (const [choiceId, options] of Object.entries(when)) {
      const choice = data.choices.find((each) => each.id === choiceId);
      if (!choice) complain([...field, choiceId], choiceId, 'the id of a choice');
      options.forEach((option, at) => {
        if (choice && !choice.options.some((each) => each.id === option))
          complain([...field, choiceId, at], option, `an option of ${choiceId}`);
      });
    }
  };
  data.choices.forEach((choice, index) => {
    const field = ['choices', index] as const;
    checkWhen(choice.when, [...field, 'when']);
    if (data.choices.findIndex((other) => other.id === choice.id) !== index)
      complain([...field, 'id'], choice.id, 'an id that no other choice has');
    for (const side of ['asked', 'adopted'] as const) {
      const words = choice[side];
      if (words !== undefined) readPassage(complain, [...field, side], words, around);
    }
    choice.options.forEach((option, at) => {
      if (choice.options.findIndex((other) => other.id === option.id) !== at)
        complain([...field, 'options', at, 'id'], option.id, 'an id that no other option has');
      option.see.forEach((words, place) =>
        readPassage(complain, [...field, 'options', at, 'see', place], words, around)
      );
      if (option.see.length + option.citations.length === 0)
        complain([...field, 'options', at, 'see'], undefined, 'a passage, or an address under citations');
    });
  });
  data.clauses.forEach(({ when, text }, index) => {
    const field = ['clauses', index] as const;
    checkWhen(when, [...field, 'when']);
    for (const [mark, choiceId] of text.matchAll(/\{([^}]*)\}/g)) {
      const choice = data.choices.find((each) => each.id === choiceId);
      const open = choice?.options.filter((option) => when[choiceId!]?.includes(option.id) ?? true);
      if (!open || open.some(({ phrase }) => phrase === undefined))
        complain([...field, 'text'], mark, 'the id of a choice of which each option that may stand here has a phrase');
    }
  });
  return { id, ...data };
}
