import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildMap, partName, type Atlas } from './map-1990.ts';
import { writeMapFile } from './map-svg.ts';
import { states1990 } from './states-1990.ts';

const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
const atlas = JSON.parse(readFileSync(file, 'utf8')) as Atlas;
const map = buildMap(atlas);
const ids = new Set(map.states.map(({ id }) => id));

describe('the map of 1990', () => {
  it.each(['soviet-union', 'yugoslavia', 'czechoslovakia', 'germany', 'yemen', 'ethiopia', 'sudan', 'iraq', 'kuwait'])(
    'has %s as one state',
    (id) => {
      expect(map.states.filter((state) => state.id === id)).toHaveLength(1);
      expect(map.states.find((state) => state.id === id)?.path).toMatch(/^M[-\d.]+ ?[-\d.]+l/);
    }
  );

  it('has none of the states that came later', () => {
    const later = ['ukraine', 'russia', 'kosovo', 'croatia', 'czechia', 'slovakia', 'eritrea', 's-sudan', 'n-cyprus'];
    expect(later.filter((id) => ids.has(id))).toEqual([]);
  });

  it('finds every part in the atlas', () => {
    const names = new Set(atlas.objects.countries.geometries.map(({ properties }) => partName(properties)));
    expect(states1990.flatMap(({ parts }) => parts).filter((part) => !names.has(part))).toEqual([]);
  });

  it('draws every state that it names', () => {
    expect(states1990.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('never covers the window with a ring turned inside out', () => {
    const wholeEdge = /l-?1624 0|l0[ -]824/;
    expect(map.states.filter(({ path }) => wholeEdge.test(path)).map(({ id }) => id)).toEqual([]);
  });

  it('draws no line between states that were one', () => {
    const parts = { ...atlas, objects: { countries: { ...atlas.objects.countries } } };
    parts.objects.countries.geometries = atlas.objects.countries.geometries.filter(({ properties }) =>
      states1990.find(({ id }) => id === 'yugoslavia')?.parts.includes(partName(properties))
    );
    expect(buildMap(parts).borders).toBe('');
  });
});

describe('the map as a file', () => {
  const text = writeMapFile(map);

  it('is light', () => {
    expect(gzipSync(text).length).toBeLessThan(60_000);
  });

  it('holds the land under an id of its own, coloured by the page', () => {
    expect(text).toContain('<g id="land"');
    expect(text).toContain('var(--map-land');
    expect(text).toContain('<path vector-effect="non-scaling-stroke" id="soviet-union"');
  });

  it('has no script, no style sheet and no broken number', () => {
    expect(text).not.toMatch(/<script|<style|NaN|undefined|Infinity/);
  });
});
