import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Collection } from '../model/collection.ts';
import type { Event } from '../model/event.ts';
import { compareDates, DAY } from '../model/historical-date.ts';
import { buildCollection } from './build-collection.ts';
import { formatProblems } from './problem.ts';
import { readContentFiles } from './read-files.ts';

const root = join(import.meta.dirname, '../../..');
const files = readContentFiles(root);
/** Where the words were checked; it lies beside the project only where the content is made. */
const record = join(root, '../shared/sources');
let collection: Collection;

beforeAll(() => {
  const built = buildCollection(files);
  if (built.collection === null) throw new Error(formatProblems(built.problems));
  collection = built.collection;
});

/** The hash that the record takes of a body. */
function hashOfBody(body: string): string {
  const words = body.normalize('NFC').split(/\s+/u).filter(Boolean).join(' ');
  return createHash('sha256').update(words, 'utf8').digest('hex');
}

const bodyOf = (text: string): string => {
  const lines = text.split(/\r?\n/);
  return lines.slice(lines.indexOf('---', 1) + 1).join('\n');
};

const fileOf = (id: string): string => files.find(({ path }) => path === `content/sources/${id}.svx`)!.text;

describe('the content of this project', () => {
  it('has all its events and sources', () => {
    expect(collection.events).toHaveLength(96);
    expect(collection.sources).toHaveLength(160);
    expect(collection.sources.filter(({ excerpt }) => excerpt !== null)).toHaveLength(134);
    expect(collection.people).toHaveLength(71);
    expect(collection.places).toHaveLength(32);
    expect(collection.terms).toHaveLength(53);
    expect(collection.councils.map(({ year }) => year)).toEqual([1990, 1991]);
  });

  it('has every id once', () => {
    for (const all of [collection.events, collection.sources, collection.people, collection.places, collection.terms]) {
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    }
  });
});

describe('every excerpt', () => {
  it('has words whose hash is the one in its file', () => {
    for (const { id, excerpt } of collection.sources) {
      const recorded = /^sha256: "?([0-9a-f]{64})"?$/m.exec(fileOf(id))?.[1];
      if (excerpt === null) expect(recorded, id).toBeUndefined();
      else {
        expect(hashOfBody(bodyOf(fileOf(id)).replace(/<[^>]*>/g, '')), id).toBe(recorded);
        expect(excerpt.sha256, id).toBe(recorded);
      }
    }
  });

  it('has a key passage, and passages that stand in it', () => {
    for (const { id, excerpt, keyPassage } of collection.sources) {
      if (excerpt === null) continue;
      expect(
        excerpt.passages.map((passage) => passage.id),
        id
      ).toContain(keyPassage);
      for (const { start, end, text } of excerpt.passages) expect(excerpt.plain.slice(start, end), id).toBe(text);
    }
  });

  it('keeps its own words where only provenance may be shown', () => {
    for (const { id, display, excerpt } of collection.sources) {
      expect(excerpt === null, id).toBe(display !== 'ready');
      if (display !== 'ready') expect(bodyOf(fileOf(id)).trim(), id).toBe('');
    }
  });

  it.runIf(existsSync(record))('has the very words that were checked', () => {
    for (const { id, excerpt } of collection.sources) {
      if (excerpt === null) continue;
      const checked = bodyOf(readFileSync(join(record, `${id}.md`), 'utf8'));
      expect(excerpt.plain, id).toBe(checked.normalize('NFC').split(/\s+/u).filter(Boolean).join(' '));
    }
  });
});

describe('the threads between events', () => {
  const byId = () => new Map(collection.events.map((event) => [event.id, event]));

  it('lead back from every answer', () => {
    const events = byId();
    for (const { id, answers } of collection.events) {
      for (const other of answers) expect(events.get(other)?.leadsTo, `${other} leads to ${id}`).toContain(id);
    }
  });

  it('never answer what came on a later day', () => {
    const events = byId();
    for (const { id, date, answers } of collection.events) {
      for (const other of answers) {
        const day = Math.floor(events.get(other)!.date.start / DAY);
        expect(day, `${id} answers ${other}`).toBeLessThanOrEqual(Math.floor(date.start / DAY));
      }
    }
  });

  it('join every event but one to the talk in Paris', () => {
    const neighbours = new Map<string, string[]>();
    const join = (a: string, b: string) => neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
    for (const { id, answers, leadsTo } of collection.events) {
      for (const other of [...answers, ...leadsTo]) {
        join(id, other);
        join(other, id);
      }
    }
    const reached = new Set<string>();
    const next = ['gorbachev-two-step-conversation'];
    for (let id = next.pop(); id !== undefined; id = next.pop()) {
      if (reached.has(id)) continue;
      reached.add(id);
      next.push(...(neighbours.get(id) ?? []));
    }
    // The content tells it for what was said of it, and threads it to nothing.
    expect(collection.events.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([
      'haram-al-sharif-shootings'
    ]);
  });
});

describe('every tour', () => {
  it('has a few stops, and words that can be shown', () => {
    expect(collection.tours.map(({ id }) => id)).toEqual([
      'one-day-two-stories',
      'how-the-two-step-idea-travelled',
      'a-treaty-in-the-making'
    ]);
    for (const { id, stops } of collection.tours) {
      expect(stops.length, id).toBeGreaterThanOrEqual(6);
      expect(stops.length, id).toBeLessThanOrEqual(10);
      expect(stops.filter(({ words }) => words !== null).length, id).toBeGreaterThanOrEqual(4);
    }
  });

  it('says of an event that is disputed or inferred that it is, or whose reading it follows', () => {
    for (const { id, stops } of collection.tours) {
      for (const { event, caption } of stops) {
        const { certainty } = collection.events.find((each) => each.id === event) ?? {};
        if (certainty === 'documented' || certainty === undefined) continue;
        expect(caption, `${id}, ${event}`).toMatch(
          /disput|account|follows from|our reading|not known|no document|not found/
        );
      }
    }
  });

  it('quotes nothing in its captions', () => {
    for (const { id, stops } of collection.tours) {
      for (const { caption } of stops) expect(caption, id).not.toMatch(/["“”«»]|(^|\s)['‘]/);
    }
  });
});

describe('the collection as a whole', () => {
  it('has its events in order of time, and 19 November in the order that is documented', () => {
    const paris = collection.events.filter((event) => event.dayOrder !== undefined);
    expect(paris.map(({ date }) => date.edtf.slice(0, 10))).toEqual(paris.map(() => '1990-11-19'));
    expect(paris.map(({ dayOrder }) => dayOrder)).toEqual(paris.map((_, index) => index + 1));
    // In pairs: each event begins no later than the next, but for the hours within one day.
    collection.events.slice(1).forEach((event, index) => {
      const before = collection.events[index] as Event;
      expect(compareDates(before.date, event.date), `${before.id}, ${event.id}`).toBeLessThan(DAY);
    });
  });

  it('gives every source an event that rests on it, and every place one that happened there', () => {
    const quoted = new Set(collection.events.flatMap(({ sources }) => sources.map(({ id }) => id)));
    const visited = new Set(collection.events.map(({ place }) => place));
    expect(collection.sources.map(({ id }) => id).filter((id) => !quoted.has(id))).toEqual([]);
    expect(collection.places.map(({ id }) => id).filter((id) => !visited.has(id))).toEqual([]);
  });

  it('has its events within its span, and opened no source before it was made', () => {
    const { from, to } = collection.span;
    for (const { id, date } of collection.events) {
      expect(date.start, id).toBeGreaterThanOrEqual(from.start);
      expect(date.end, id).toBeLessThanOrEqual(to.end);
    }
    for (const { id, date, opened } of collection.sources) {
      if (opened) expect(opened.end, id).toBeGreaterThan(date.start);
    }
  });

  it('marks days that its events have', () => {
    for (const beam of collection.beams) {
      const event = collection.events.find(({ id }) => id === beam.event)!;
      expect(event.date.edtf.slice(0, 10)).toBe(beam.date.edtf);
    }
  });

  it('counts the votes of resolution 678 as the record does', () => {
    const council = collection.councils.find(({ year }) => year === 1990)!;
    const votesOf = (vote: string) => council.members.filter(({ votes }) => votes['678'] === vote).map(({ id }) => id);
    expect(votesOf('for')).toHaveLength(12);
    expect(votesOf('against')).toEqual(['cuba', 'yemen']);
    expect(votesOf('abstained')).toEqual(['china']);
    expect(council.rollCalls).toHaveLength(12);
  });
});
