import { collection } from 'virtual:collection';
import { describe, expect, it } from 'vitest';
import { digestEvent, digestSource, eventsOf, find, isTranslation, passageFragment, quote } from './digest.ts';

const { events, sources } = collection;

describe('digests', () => {
  it('of a source hold nothing of its words', () => {
    for (const source of sources) {
      expect(Object.keys(digestSource(source)).sort()).toEqual([
        'creator',
        'date',
        'display',
        'id',
        'kind',
        'language',
        'publicThen',
        'shortTitle'
      ]);
    }
  });

  it('of an event name it, date it and give its lane', () => {
    const event = find(events, 'paris-summit');
    expect(digestEvent(event)).toEqual({
      id: 'paris-summit',
      title: event.title,
      shortTitle: event.shortTitle,
      lane: 'europe',
      date: event.date,
      endDate: event.endDate
    });
  });
});

describe('quote', () => {
  it('gives the words of a passage as they stand in the excerpt, with the address of the passage', () => {
    const source = find(sources, 'gorbachev-perez-de-cuellar-1990-11-19');
    const [passage] = source.excerpt!.passages;
    expect(quote(source, passage!.id)).toMatchObject({
      text: source.excerpt!.plain.slice(passage!.start, passage!.end),
      fragment: passageFragment(passage!.id),
      source: { id: source.id },
      translated: true
    });
  });

  it('quotes nothing that it does not have', () => {
    const quoted = find(sources, 'unsc-res-678');
    const unquoted = sources.find(({ excerpt }) => excerpt === null)!;
    expect(quote(quoted, 'no-such-passage')).toBeNull();
    expect(quote(quoted, null)).toBeNull();
    expect(quote(unquoted, 'deadline')).toBeNull();
  });
});

describe('isTranslation', () => {
  it.each([
    ['unsc-res-678', false],
    ['unsc-res-678-fr', false],
    ['bush-press-1990-11-30', false],
    ['gorbachev-perez-de-cuellar-1990-11-19', true],
    ['saddam-initiative-1990-08-12', true],
    ['saddam-initiative-1990-08-12-ar', false]
  ])('of %s: %s', (id, expected) => {
    expect(isTranslation(find(sources, id))).toBe(expected);
  });
});

describe('find', () => {
  it('finds by id, and fails loudly', () => {
    expect(find(events, 'paris-summit').id).toBe('paris-summit');
    expect(() => find(events, 'vienna-summit')).toThrow("nothing has the id 'vienna-summit'");
  });
});

describe('eventsOf', () => {
  it('gives the events that rest on a source, in order of time', () => {
    const found = eventsOf(collection, 'unsc-res-678');
    expect(found.map(({ id }) => id)).toContain('resolution-678-adopted');
    expect(found.every((event) => event.sources.some(({ id }) => id === 'unsc-res-678'))).toBe(true);
    const order = found.map((event) => events.indexOf(event));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
});
