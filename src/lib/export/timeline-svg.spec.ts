import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexEvents } from '../timeline/event-index.ts';
import { layoutScene } from '../timeline/scene.ts';
import type { TimelineEvent } from '../timeline/timeline-event.ts';
import { eventsAndView, tickFormat } from '../timeline/timeline.fixture.ts';
import type { View } from '../timeline/marks.ts';
import { lightColours, toSvg } from './timeline-svg.ts';

const names = new Map([
  ['un', 'United <Nations>'],
  ['superpowers', 'Superpowers & others']
] as const);

const draw = (events: readonly TimelineEvent[], view: View, source = 'Two Steps') =>
  toSvg({
    scene: layoutScene(indexEvents(events), [], view, tickFormat),
    width: view.width,
    title: 'A "view" of <events> & counts',
    lanes: names,
    source,
    colours: lightColours
  });

/** Reads XML as strictly as is needed here: every tag closed in order, every attribute quoted, every sign escaped. */
function readXml(xml: string): { tag: string; words: string }[] {
  const open: string[] = [];
  const found: { tag: string; words: string }[] = [];
  let rest = xml.trim();
  while (rest !== '') {
    const tag = /^<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z0-9:-]+="[^"<]*")*)\s*(\/?)>/.exec(rest);
    const words = /^[^<>]+/.exec(rest);
    if (tag) {
      const [all, closes, name, attributes, isEmpty] = tag as unknown as [string, string, string, string, string];
      expect(attributes).not.toMatch(/&(?!(amp|lt|gt|quot);)/);
      if (closes) expect(open.pop()).toBe(name);
      else if (!isEmpty) open.push(name);
      rest = rest.slice(all.length);
    } else if (words) {
      expect(words[0]).not.toMatch(/&(?!(amp|lt|gt|quot);)/);
      if (words[0].trim() !== '') found.push({ tag: open.at(-1) ?? '', words: words[0].trim() });
      rest = rest.slice(words[0].length);
    } else throw new Error(`no XML: ${rest.slice(0, 80)}`);
  }
  expect(open).toEqual([]);
  return found;
}

describe('a scene as SVG', () => {
  it('is well-formed, whatever the labels hold', () => {
    fc.assert(
      fc.property(eventsAndView, fc.string({ unit: 'binary' }), ([events, view], odd) => {
        const [first, ...others] = events;
        const named = first ? [{ ...first, label: `<b>&"${odd}` }, ...others] : [];
        readXml(draw(named, { ...view, chosen: first?.id ?? null }, `<source> & "${odd}"`));
      })
    );
  });

  it('says the words of every mark, or as much of them as has room, and every count', () => {
    fc.assert(
      fc.property(eventsAndView, ([events, view]) => {
        const plain = events.map((event, at) => ({
          ...event,
          label: `Label ${at} ${event.label.replace(/\W/g, 'a')}`
        }));
        const { lanes } = layoutScene(indexEvents(plain), [], view, tickFormat);
        const words = readXml(draw(plain, view)).map(({ words: said }) => said);
        for (const item of lanes.flatMap(({ items }) => items)) {
          if (item.type === 'count') expect(words).toContain(`+${item.size}`);
          else expect(words.some((said) => said.endsWith('…') || said === item.label)).toBe(true);
        }
      })
    );
  });

  it('has a title, the lanes’ names and its source', () => {
    const [events, view] = fc.sample(eventsAndView, { numRuns: 1, seed: 1 })[0]!;
    const words = readXml(draw(events, view, 'Two Steps, November 1990'));
    expect(words[0]).toEqual({ tag: 'title', words: 'A &quot;view&quot; of &lt;events&gt; &amp; counts' });
    expect(words.map(({ words: said }) => said)).toEqual(
      expect.arrayContaining(['United &lt;Nations&gt;', 'Superpowers &amp; others', 'Two Steps, November 1990'])
    );
  });

  it('has the colours of the light theme', () => {
    const tokens = readFileSync(join(import.meta.dirname, '../../tokens.css'), 'utf8');
    const light = (name: string) => new RegExp(`--${name}: light-dark\\((#[0-9a-f]+)`).exec(tokens)?.[1];
    const { lanes, ground, onAccent, ...others } = lightColours;
    expect(ground).toBe(light('card'));
    expect(onAccent).toBe(light('on-accent'));
    for (const [name, colour] of Object.entries(others)) expect(colour, name).toBe(light(name));
    for (const [lane, colour] of Object.entries(lanes)) expect(colour, lane).toBe(light(`lane-${lane}`));
  });
});
