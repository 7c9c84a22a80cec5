import { discloseEvent, type Known } from '../model/known.ts';
import type { Event } from '../model/event.ts';
import { toTimelineEvent } from '../timeline/timeline-event.ts';
import { collection } from 'virtual:collection';
import { describe, expect, it } from 'vitest';
import { formatSpan } from '../i18n/format.ts';
import { findablesOf } from './findables.ts';
import { buildSearchIndex, findableKinds, loadSearchIndex, search, type Findable } from './search-index.ts';

const disclose = (event: Event) =>
  discloseEvent({ ...toTimelineEvent(event, collection.axis.offset), publicThen: event.publicThen });
const findables = findablesOf(collection, formatSpan, disclose);
const index = buildSearchIndex(findables);
const ids = (query: string, most = 20) => search(index, query, null, most).map(({ kind, id }) => `${kind}:${id}`);

describe('searching the collection', () => {
  it.each(['Pérez de Cuéllar', 'Perez de Cuellar', 'PEREZ', 'pérez'])('finds Pérez de Cuéllar by %s', (query) => {
    expect(ids(query)).toContain('person:javier-perez-de-cuellar');
  });

  it.each([
    ['the beginning of a word', 'shevard', 'person:eduard-shevardnadze'],
    ['a misspelt name', 'Gorbatchev two-step', 'event:gorbachev-two-step-conversation'],
    ['a number', '678', 'event:resolution-678-adopted'],
    ['a word of the text', 'Pravda Izvestia Tass Rambouillet', 'event:gorbachev-mitterrand-rambouillet'],
    ['a term', 'all necessary means', 'term:all-necessary-means'],
    ['a place', 'Baghdad', 'place:baghdad'],
    ['an essay', 'two-step idea travelled', 'essay:how-the-two-step-idea-travelled']
  ])('finds by %s: %s', (_, query, expected) => {
    expect(ids(query)).toContain(expected);
  });

  it('puts what has the word in its title before what has it in its text', () => {
    const found = search(index, 'goodwill', null, 100);
    const last = found.findLastIndex(({ title }) => /goodwill/i.test(title));
    const first = found.findIndex(({ title, hint }) => !/goodwill/i.test(title + hint));
    expect(last).toBeGreaterThanOrEqual(0);
    expect(first).toBeGreaterThan(last);
  });

  it('finds what has all the words, and only where nothing has them what has some', () => {
    expect(ids('Baker Geneva', 3)).toContain('event:geneva-meeting');
    expect(ids('Geneva zeppelin').length).toBeGreaterThan(0);
    expect(ids('zeppelin')).toEqual([]);
  });

  it('finds nothing for nothing, and no more than asked', () => {
    expect(ids('')).toEqual([]);
    expect(ids('   ')).toEqual([]);
    expect(ids('Iraq', 7)).toHaveLength(7);
  });

  it('finds the same after a journey through JSON', () => {
    const woken = loadSearchIndex(JSON.stringify(index));
    for (const query of ['perez', 'pause of goodwill', 'CFE', 'gorbatchev']) {
      expect(search(woken, query), query).toEqual(search(index, query));
    }
  });

  // Four hundred searches take their time on a busy machine.
  it('finds each thing by its own title', { timeout: 30_000 }, () => {
    const missed = findables.filter(
      ({ kind, id, title }) => !search(index, title, null, 40).some((found) => found.kind === kind && found.id === id)
    );
    expect(missed.map(({ kind, id }) => `${kind}:${id}`)).toEqual([]);
  });
});

describe('what can be found', () => {
  it('is everything of the collection, each kind of it', () => {
    const { events, sources, people, terms, places, essays } = collection;
    const counts = Object.fromEntries(
      findableKinds.map((kind) => [kind, findables.filter((item) => item.kind === kind).length])
    );
    expect(counts).toEqual({
      event: events.length,
      source: sources.length,
      person: people.length,
      term: terms.length,
      place: places.length,
      essay: essays.length
    });
  });

  it('has a title and a hint that tells it from its namesakes', () => {
    expect(findables.filter(({ title, hint }) => title === '' || hint === '')).toEqual([]);
    const shown = findables.map(({ kind, title, hint }) => `${kind} ${title} ${hint}`);
    expect(shown.filter((text, at) => shown.indexOf(text) !== at)).toEqual([]);
  });

  it('keeps the words of documents out of the results, which travel to the page', () => {
    const item: Findable = { kind: 'source', id: 'a', title: 'Title', hint: '1990', text: 'long words' };
    expect(search(buildSearchIndex([item]), 'long')).toEqual([
      { kind: 'source', id: 'a', title: 'Title', hint: '1990' }
    ]);
  });
});

describe('a search that stands on a day of the past', () => {
  const on = (query: string, known: Known) => search(index, query, known, 100).map(({ kind, id }) => `${kind}:${id}`);

  it('finds nothing that came later, and no secret', () => {
    const sixOClock = Date.UTC(1990, 10, 19, 18);
    expect(on('resolution 678', sixOClock)).not.toContain('event:resolution-678-adopted');
    expect(on('two-stepped', sixOClock)).not.toContain('source:gorbachev-perez-de-cuellar-1990-11-19');
    expect(on('two-stepped', 'then')).not.toContain('source:gorbachev-perez-de-cuellar-1990-11-19');
    expect(on('resolution 660', sixOClock)).toContain('event:resolution-660-adopted');
  });

  it('finds people and terms all the same', () => {
    expect(on('perez', Date.UTC(1990, 10, 19))).toContain('person:javier-perez-de-cuellar');
  });
});
