import type { InferOutput } from 'valibot';
import type { Module, ModuleSchema, Step, StepSchema } from '../model/module.ts';
import type { Question, QuestionSchema } from '../model/question.ts';
import type { Source } from '../model/source.ts';
import type { ContentFile } from './content-file.ts';
import { readPassage, readStretch, type Complain, type Field, type Surroundings } from './stretch.ts';

type ModuleFile = ContentFile<InferOutput<typeof ModuleSchema>>;
type StepFile = ContentFile<InferOutput<typeof StepSchema>>;
type WrittenQuestion = InferOutput<typeof QuestionSchema>;

/** What a module points into besides what a tour does. */
export interface ModuleSurroundings extends Surroundings {
  readonly sources: readonly Source[];
  /** Ids of the drafting tables. */
  readonly tables: ReadonlySet<string>;
  /** Paths of all steps, those among them that are not sound. */
  readonly stepPaths: readonly string[];
}

/** `content/modules/3-two-steps/…`: the folder's number and name. */
const place = /^content\/modules\/(\d+)-([a-z0-9-]+)\//;
/** `…/steps/2-what-he-said.svx`: the file's number and name. */
const stepPlace = /\/steps\/(\d+)-([a-z0-9-]+)\.svx$/;

/** A module with its steps, in their order. Every passage that it points at is there, and every word that it quotes. */
export function buildModule(file: ModuleFile, stepFiles: readonly StepFile[], around: ModuleSurroundings): Module {
  const { data, complain, path } = file;
  const [folder, order, id] = place.exec(path) as unknown as [string, string, string];
  const own = stepFiles
    .filter((step) => step.path.startsWith(folder))
    .map((step) => ({ step, at: stepPlace.exec(step.path) as unknown as [string, string, string] }))
    .sort((a, b) => Number(a.at[1]) - Number(b.at[1]));
  const all = around.stepPaths.filter((path) => path.startsWith(folder));
  if (all.length < 6 || all.length > 8) complain([], all.length, 'six to eight steps in the folder steps beside it');
  own.forEach(({ step, at }, index) => {
    if (all.length === own.length && Number(at[1]) !== index + 1)
      step.complain([], at[1], `the number ${index + 1} in the file's name`);
  });

  const reads = new Set(own.flatMap(({ step }) => step.data.reads.map(({ source }) => source)));
  const found = around.sources.filter(({ id: source, excerpt }) => reads.has(source) && excerpt?.plain !== '');
  // While a step or a source is not sound, what is quoted cannot be looked up.
  const words =
    all.length === own.length && found.length === reads.size
      ? found.flatMap(({ excerpt }) => excerpt?.plain ?? [])
      : null;
  const see = (field: Field, passages: readonly string[]) =>
    passages.forEach((passage, index) => readPassage(complain, [...field, index], passage, around));
  data.guide.misconceptions.forEach((point, index) => see(['guide', 'misconceptions', index, 'see'], point.see));
  data.guide.sides.forEach(({ points }, index) =>
    points.forEach((point, at) => see(['guide', 'sides', index, 'points', at, 'see'], point.see))
  );
  data.guide.stretch.forEach((point, index) => see(['guide', 'stretch', index, 'see'], point.see));
  checkQuoted(data, [], words, complain);

  const ids = own.map(({ at }) => at[2]);
  const polls = own.flatMap(({ step, at }) =>
    step.data.questions.filter(({ type }) => type === 'poll').map((poll) => `${at[2]}/${poll.id}`)
  );
  const steps = own.flatMap(({ step, at }): Step[] => {
    if (ids.indexOf(at[2]) !== ids.lastIndexOf(at[2])) step.complain([], at[2], 'a name that no other step has');
    checkQuoted(step.data, [], words, step.complain);
    const built = buildStep(step, at[2], all.length === own.length ? polls : null, around);
    return built === null ? [] : [built];
  });
  return { ...data, id, order: Number(order), minutes: steps.reduce((sum, { minutes }) => sum + minutes, 0), steps };
}

function buildStep(
  file: StepFile,
  id: string,
  polls: readonly string[] | null,
  around: ModuleSurroundings
): Step | null {
  const { data, complain } = file;
  const shown = new Set(data.reads.map(({ source }) => source));
  data.reads.forEach(({ source, passages }, index) => {
    around.mustSource(complain, ['reads', index, 'source'], source);
    passages.forEach((passage, at) => around.mustPassage(complain, ['reads', index, 'passages', at], source, passage));
  });
  const view = readStretch(complain, ['view'], data.view, around);
  data.questions.forEach((question, index) => {
    const field: Field = ['questions', index];
    if (data.questions.findIndex((other) => other.id === question.id) !== index)
      complain([...field, 'id'], question.id, 'an id that no other question of the step has');
    checkQuestion(question, field, complain, polls, shown, around);
  });
  if (view === null) return null;
  return {
    ...data,
    id,
    view: { ...view, event: data.view.event ?? null, lanes: data.view.lanes ?? null },
    questions: data.questions.flatMap(
      (question, index) => toQuestion(question, ['questions', index], complain, around) ?? []
    )
  };
}

function checkQuestion(
  question: WrittenQuestion,
  field: Field,
  complain: Complain,
  polls: readonly string[] | null,
  shown: ReadonlySet<string>,
  around: ModuleSurroundings
): void {
  /** A passage that is pointed at must be in the step's reader: nobody can pick what is not there. */
  const beside = (at: Field, passage: string) => {
    const { id } = readPassage(complain, at, passage, around);
    if (!shown.has(id)) complain(at, passage, 'a passage of a source that the step names under reads');
  };
  const twins = (name: string, all: readonly { readonly id: string }[]) =>
    all.forEach(({ id }, index) => {
      if (all.findIndex((other) => other.id === id) !== index)
        complain([...field, name, index, 'id'], id, 'an id that no other entry has');
    });
  switch (question.type) {
    case 'choice': {
      twins('options', question.options);
      const right = question.options.filter(({ isRight }) => isRight).length;
      if (right === 0 || (right > 1 && !question.several))
        complain([...field, 'options'], right, question.several ? 'at least one right option' : 'one right option');
      break;
    }
    case 'evidence':
      twins('labels', question.labels);
      question.labels.forEach((label, index) =>
        label.like.forEach((passage, at) => beside([...field, 'labels', index, 'like', at], passage))
      );
      break;
    case 'sequence':
      twins('items', question.items);
      question.items.forEach(({ event, words }, index) => {
        if (event !== undefined) around.mustEvent(complain, [...field, 'items', index, 'event'], event);
        if (words !== undefined) readPassage(complain, [...field, 'items', index, 'words'], words, around);
      });
      break;
    case 'placement':
      question.events.forEach((event, index) => around.mustEvent(complain, [...field, 'events', index], event));
      break;
    case 'comparison': {
      for (const side of ['left', 'right'] as const)
        question[side].forEach((passage, index) => beside([...field, side, index], passage));
      question.joins.forEach(({ a, b }, index) => {
        if (!question.left.includes(a)) complain([...field, 'joins', index, 'a'], a, 'a passage under left');
        if (!question.right.includes(b)) complain([...field, 'joins', index, 'b'], b, 'a passage under right');
      });
      question.alone.forEach(({ passage }, index) => {
        if (![...question.left, ...question.right].includes(passage))
          complain([...field, 'alone', index, 'passage'], passage, 'a passage under left or right');
      });
      break;
    }
    case 'drafting':
      if (!around.tables.has(question.table))
        complain([...field, 'table'], question.table, "the name of a file in content/drafting, without '.yaml'");
      break;
    case 'poll':
      twins('options', question.options);
      if (question.before !== undefined && polls && !polls.includes(question.before))
        complain([...field, 'before'], question.before, `a poll of this module: ${polls.join(', ')}`);
      break;
  }
}

/** The question as it is used: passages read, dates read, what is not there null. */
function toQuestion(
  question: WrittenQuestion,
  field: Field,
  complain: Complain,
  around: ModuleSurroundings
): Question | null {
  const split = (ref: string) => {
    const [id, passage] = ref.split('#') as [string, string];
    return { id, passage };
  };
  switch (question.type) {
    case 'evidence':
      return { ...question, labels: question.labels.map((label) => ({ ...label, like: label.like.map(split) })) };
    case 'sequence':
      return {
        ...question,
        items: question.items.map(({ event, words, ...item }) => ({
          ...item,
          event: event ?? null,
          words: words === undefined ? null : split(words)
        }))
      };
    case 'placement': {
      const stretch = readStretch(complain, field, { from: question.from, to: question.to }, around);
      return stretch && { ...question, ...stretch };
    }
    default:
      return question;
  }
}

/** Words between “ and ” are a document's: they must stand in one that the module reads. */
function checkQuoted(data: unknown, field: Field, words: readonly string[] | null, complain: Complain): void {
  if (typeof data === 'string') {
    for (const [, quoted] of data.matchAll(/“([^”]*)”/g)) {
      if (words && !words.some((plain) => plain.includes(quoted!)))
        complain(field, quoted, 'words that stand, letter by letter, in a source that the module reads');
    }
    if (/["„«»]/.test(data)) complain(field, data, 'no quotation marks but “ and ”, around words of a source');
  } else if (Array.isArray(data)) {
    data.forEach((item, index) => checkQuoted(item, [...field, index], words, complain));
  } else if (typeof data === 'object' && data !== null) {
    for (const [name, value] of Object.entries(data)) checkQuoted(value, [...field, name], words, complain);
  }
}
