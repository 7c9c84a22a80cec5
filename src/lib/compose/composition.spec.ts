import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allOf, type Choices } from '../model/assignment.ts';
import { laneIds } from '../model/lane.ts';
import {
  addOwnEvent,
  addQuestion,
  changeOwnEvent,
  changeQuestion,
  compose,
  decide,
  dropOwnEvent,
  dropQuestion,
  moveOwnEvent,
  moveStep,
  putIn,
  setQuestion,
  setSettings,
  setStep,
  stretchOwnEvent,
  takeOut,
  type Composition
} from './composition.ts';
import { addDays, daysBetween } from './days.ts';
import { begin, change, mostDeeds, redo, undo, type History } from './history.ts';
import { readChoices, type Ground } from './read-choices.ts';
import { readShareFile, writeShareFile } from './share-file.ts';

const steps = ['one', 'two', 'three', 'four'];
const ground: Ground = {
  module: { id: 'a-module', steps: steps.map((id) => ({ id, questions: [{ id: 'q' }, { id: 'r' }] })) },
  events: Array.from({ length: 8 }, (_, index) => ({ id: `event-${index}` }))
};
const all = allOf({ steps: ground.module.steps } as unknown as Parameters<typeof allOf>[0]);
const start = compose(all, steps);
const own = (now: Composition, index: number) => now.ownEvents[index % Math.max(1, now.ownEvents.length)]?.id ?? '';

const Step = fc.constantFrom(...steps);
const Event = fc.constantFrom(...ground.events.map(({ id }) => id));
const Day = fc.integer({ min: -700, max: 700 }).map((days) => addDays('1990-11-19', days));
const Words = fc.string({ maxLength: 30 });

/** Any one thing that a teacher may do. */
const Deed: fc.Arbitrary<(now: Composition) => Composition> = fc.oneof(
  fc.tuple(Step, fc.boolean()).map(
    ([id, isIn]) =>
      (now: Composition) =>
        setStep(now, id, isIn)
  ),
  fc.tuple(Step, fc.integer({ min: -5, max: 5 })).map(
    ([id, by]) =>
      (now: Composition) =>
        moveStep(now, id, by)
  ),
  fc.tuple(Step, fc.boolean()).map(
    ([id, isIn]) =>
      (now: Composition) =>
        setQuestion(now, `${id}/q`, isIn)
  ),
  Step.map((id) => (now: Composition) => addQuestion(now, id)),
  Words.map((prompt) => (now: Composition) => changeQuestion(now, 'own-1', { prompt })),
  fc.constant((now: Composition) => dropQuestion(now, 'own-1')),
  fc.tuple(Words, fc.boolean()).map(
    ([note, models]) =>
      (now: Composition) =>
        setSettings(now, { note, models })
  ),
  Event.map((id) => (now: Composition) => putIn(now, id)),
  Event.map((id) => (now: Composition) => takeOut(now, id)),
  fc.tuple(Day, fc.constantFrom(...laneIds)).map(
    ([from, lane]) =>
      (now: Composition) =>
        addOwnEvent(now, { from, lane })
  ),
  fc.tuple(fc.nat(), Words).map(
    ([index, title]) =>
      (now: Composition) =>
        changeOwnEvent(now, own(now, index), { title })
  ),
  fc.tuple(fc.nat(), Day).map(
    ([index, from]) =>
      (now: Composition) =>
        moveOwnEvent(now, own(now, index), from)
  ),
  fc.tuple(fc.nat(), Day, Day).map(
    ([index, from, to]) =>
      (now: Composition) =>
        stretchOwnEvent(now, own(now, index), from, to)
  ),
  fc.nat().map((index) => (now: Composition) => dropOwnEvent(now, own(now, index)))
);
const Deeds = fc.array(Deed, { maxLength: 40 });
const after = (deeds: readonly ((now: Composition) => Composition)[]) => deeds.reduce((now, deed) => deed(now), start);

describe('a composition', () => {
  it('begins as the choices that are kept, and keeps the teacher’s order', () => {
    expect(decide(start)).toEqual(all);
    const some = { ...all, steps: ['four', 'two'] };
    const composed = compose(some, steps);
    // What is left out stands after the step that it follows in the module.
    expect(composed.order).toEqual(['one', 'four', 'two', 'three']);
    expect(decide(composed)).toEqual(some);
    expect(decide(setStep(composed, 'three', true)).steps).toEqual(['four', 'two', 'three']);
  });

  it('has every step of the module once, whatever is done', () => {
    fc.assert(
      fc.property(Deeds, (deeds) => {
        const { order, chosen } = after(deeds);
        expect([...order].sort()).toEqual([...steps].sort());
        expect(new Set(chosen).size).toBe(chosen.length);
      })
    );
  });

  it('is always one that can be kept, once its own events have titles', () => {
    fc.assert(
      fc.property(Deeds, Step, (deeds, step) => {
        const titled = after(deeds);
        const ownEvents = titled.ownEvents.map((each) => ({ ...each, title: 'A title' }));
        const choices = decide(setStep({ ...titled, ownEvents }, step, true));
        expect(readChoices(choices, ground)).toEqual({
          choices: {
            ...choices,
            note: choices.note.trim(),
            questions: choices.questions.map((each) => ({ ...each, prompt: each.prompt.trim() }))
          }
        });
      })
    );
  });

  it('moves a step to the ends and no further', () => {
    expect(moveStep(start, 'one', -1)).toBe(start);
    expect(moveStep(start, 'four', 1)).toBe(start);
    expect(moveStep(start, 'three', -2).order).toEqual(['three', 'one', 'two', 'four']);
  });

  it('moves an own event as long as it is, and lets it last a day at least', () => {
    const added = addOwnEvent(start, { lane: 'region', from: '1990-11-19' });
    const long = stretchOwnEvent(added, 'own-1', '1990-11-19', '1990-11-29');
    expect(moveOwnEvent(long, 'own-1', '1990-12-01').ownEvents[0]).toMatchObject({
      from: '1990-12-01',
      to: '1990-12-11'
    });
    expect(stretchOwnEvent(long, 'own-1', '1990-11-20', '1990-11-18').ownEvents[0]).toMatchObject({
      from: '1990-11-20',
      to: null
    });
    fc.assert(
      fc.property(Day, Day, (from, to) => {
        const moved = moveOwnEvent(long, 'own-1', from).ownEvents[0]!;
        expect(daysBetween(moved.from, moved.to!)).toBe(10);
        expect(daysBetween(from, addDays(from, daysBetween(from, to)))).toBe(daysBetween(from, to));
      })
    );
  });

  it('gives what is new an id that nothing else has', () => {
    let now = start;
    for (let count = 0; count < 25; count += 1) now = addOwnEvent(now, { lane: 'un', from: '1990-11-19' });
    expect(now.ownEvents).toHaveLength(20);
    expect(new Set(now.ownEvents.map(({ id }) => id)).size).toBe(20);
    expect(addOwnEvent(dropOwnEvent(now, 'own-7'), { lane: 'un', from: '1990-11-19' }).ownEvents.at(-1)?.id).toBe(
      'own-7'
    );
  });
});

describe('a history', () => {
  const play = (deeds: readonly ((now: Composition) => Composition)[]) =>
    deeds.reduce<History<Composition>>((history, deed) => change(history, deed(history.present), 'done'), begin(start));

  it('takes back what was done, and does it again', () => {
    fc.assert(
      fc.property(Deeds, Deed, (deeds, deed) => {
        const before = play(deeds);
        const next = deed(before.present);
        fc.pre(next !== before.present);
        const done = change(before, next, 'done');
        expect(undo(done).present).toBe(before.present);
        expect(redo(undo(done)).present).toBe(next);
        expect(redo(undo(done)).past).toEqual(done.past);
      })
    );
  });

  it('takes everything back to the beginning, and does everything again', () => {
    fc.assert(
      fc.property(Deeds, (deeds) => {
        const done = play(deeds);
        let history = done;
        while (history.past.length > 0) history = undo(history);
        expect(history.present).toBe(start);
        while (history.future.length > 0) history = redo(history);
        expect(history.present).toBe(done.present);
      })
    );
  });

  it('takes the letters of a word back together, and words that are said of them with them', () => {
    let history = change(begin('a'), 'ab', 'the word', 'word');
    history = change(history, 'abc', 'the word', 'word');
    history = change(history, 'abcd', 'another', 'other');
    expect(history.past.map(({ said }) => said)).toEqual(['the word', 'another']);
    expect(undo(undo(history)).present).toBe('a');
    // What follows after something was taken back stands alone.
    expect(change(undo(history), 'x', 'the word', 'word').past).toHaveLength(2);
  });

  it('forgets what is very long ago, and does nothing where there is nothing', () => {
    let history = begin(0);
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
    expect(change(history, 0, 'nothing')).toBe(history);
    for (let count = 1; count <= 150; count += 1) history = change(history, count, 'one more');
    expect(history.past).toHaveLength(mostDeeds);
  });
});

describe('choices that come from outside', () => {
  const event: Choices['ownEvents'][number] = {
    id: 'own-1',
    title: 'A lesson of ours',
    lane: 'europe',
    from: '1990-11-19',
    to: null,
    words: '',
    link: ''
  };
  const problem = (change: object) => {
    const read = readChoices({ ...all, ...change }, ground);
    return 'problem' in read ? read.problem : 'none';
  };

  it('stay in the order in which the steps are named', () => {
    const backwards = { ...all, steps: [...steps].reverse() };
    expect(readChoices(backwards, ground)).toEqual({ choices: backwards });
  });

  it('of before there were events beside a module have none', () => {
    const { events, ownEvents, ...old } = all;
    expect([events, ownEvents]).toEqual([[], []]);
    expect(readChoices(old, ground)).toEqual({ choices: all });
  });

  it.each([
    [{ steps: ['one', 'one'] }, 'steps: ‘one’ stands there twice'],
    [{ events: ['nothing'] }, 'events: the collection has no event ‘nothing’'],
    [{ events: ['event-1', 'event-1'] }, 'events: ‘event-1’ stands there twice'],
    [{ events: Array.from({ length: 61 }, () => 'event-1') }, 'events: at most 60 events'],
    [{ ownEvents: [event, event] }, 'ownEvents: two have the same id'],
    [{ ownEvents: [{ ...event, title: ' ' }] }, 'ownEvents.0.title: text that is not empty'],
    [{ ownEvents: [{ ...event, lane: 'sky' }] }, 'ownEvents.0.lane: one of un, superpowers, europe, region, military'],
    [{ ownEvents: [{ ...event, from: '1990-02-31' }] }, 'ownEvents.0.from: a day such as 1990-11-19'],
    [{ ownEvents: [{ ...event, to: '1990-11-18' }] }, 'ownEvents.0.to: a day that is not before the first'],
    [{ ownEvents: [{ ...event, words: 'x'.repeat(1001) }] }, 'ownEvents.0.words: at most 1000 characters'],
    ...['javascript:alert(1)', 'data:text/html,x', '//x.example', 'http://', 'https://a b', 'x'].map(
      (link): [object, string] => [
        { ownEvents: [{ ...event, link }] },
        'ownEvents.0.link: an address that begins with http:// or https://'
      ]
    )
  ])('%j: %s', (wrong, words) => {
    expect(problem(wrong)).toBe(words);
  });

  it('may lead to a page of the web', () => {
    expect(problem({ ownEvents: [{ ...event, link: 'https://example.org/a?b=c#d', to: '1990-11-19' }] })).toBe('none');
  });
});

describe('a file to share', () => {
  const file = (change: object) =>
    readShareFile(
      JSON.stringify({ format: 'two-steps-assignment', version: 1, module: 'a-module', choices: all, ...change }),
      ground
    );

  it('gives back what was written', () => {
    fc.assert(
      fc.property(Deeds, (deeds) => {
        const read = readChoices(decide(setStep(after(deeds), 'one', true)), ground);
        fc.pre('choices' in read);
        if ('choices' in read) expect(readShareFile(writeShareFile('a-module', read.choices), ground)).toEqual(read);
      })
    );
  });

  it('says what is wrong with one that cannot be read', () => {
    expect(readShareFile('{', ground)).toEqual({ problem: 'not-json' });
    expect(readShareFile('null', ground)).toEqual({ problem: 'other-file' });
    expect(readShareFile('[]', ground)).toEqual({ problem: 'other-file' });
    expect(file({ format: 'two-steps-work' })).toEqual({ problem: 'other-file' });
    expect(file({ version: 2, choices: 'whatever comes' })).toEqual({ problem: 'newer' });
    expect(file({ version: '1' })).toEqual({ problem: 'damaged' });
    expect(file({ module: 'another' })).toEqual({ problem: 'other-module' });
    expect(file({ module: 7 })).toEqual({ problem: 'damaged' });
    expect(file({ choices: { ...all, steps: ['five'] } })).toEqual({ problem: 'unknown' });
    expect(file({ choices: { ...all, events: ['no-event'] } })).toEqual({ problem: 'unknown' });
    expect(file({ choices: { ...all, steps: [] } })).toEqual({ problem: 'damaged' });
    expect(file({ choices: { ...all, more: 1 } })).toEqual({ problem: 'damaged' });
    expect(file({})).toEqual({ choices: all });
  });
});
