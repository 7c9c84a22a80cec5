import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Place } from '../model/place.ts';
import { cropAround, readViewBox, wholeMap } from './map-crop.ts';
import { europeToGulf, placeStateNames, projectPlace } from './map-projection.ts';
import { numberMarks } from './place-groups.ts';
import { bandNames, bands, layoutPlaces } from './place-map.ts';

const file = new URL('../../../content/places.yaml', import.meta.url);
const marks = (parse(readFileSync(file, 'utf8')) as Place[]).map((place) => ({
  id: place.id,
  label: place.name,
  ...projectPlace(place)
}));
const nameOthers = (label: string, others: number) => `${label} +${others}`;
const lay = (viewBox: string, band: (typeof bandNames)[number], chosen?: string) =>
  layoutPlaces(
    numberMarks(marks.map((mark) => ({ ...mark, isChosen: mark.id === chosen }))),
    viewBox,
    placeStateNames(),
    band,
    nameOthers
  );

describe('layoutPlaces', () => {
  it('has bands that follow one another', () => {
    const limits = bandNames.map((band) => bands[band]);
    limits.slice(1).forEach(({ least }, index) => expect(least).toBe(limits[index]!.most + 1));
  });

  it.each(bandNames)('shows every place once, %s', (band) => {
    const ids = lay(wholeMap, band).groups.flatMap(({ members }) => members.map(({ mark }) => mark.id));
    expect(ids.sort()).toEqual(marks.map(({ id }) => id).sort());
  });

  it.each(bandNames)('keeps targets 24 px apart at the least width, %s', (band) => {
    for (const viewBox of [wholeMap, europeToGulf]) {
      const { groups } = lay(viewBox, band);
      const { width, height } = readViewBox(viewBox);
      groups.forEach((a, index) => {
        for (const b of groups.slice(index + 1)) {
          const x = ((a.left - b.left) / 100) * bands[band].least;
          const y = ((a.top - b.top) / 100) * bands[band].least * (height / width);
          expect(Math.hypot(x, y)).toBeGreaterThan(23.9);
        }
      });
    }
  });

  it('shows the houses of Paris as one', () => {
    const paris = lay(europeToGulf, 'full').groups.find(({ lead }) => lead.id === 'paris');
    expect(lay(wholeMap, 'middle').groups.map(({ lead }) => lead.id)).toContain('paris');
    expect(paris?.members.map(({ mark }) => mark.id)).toEqual(
      expect.arrayContaining(['elysee', 'paris-kleber', 'us-embassy-paris', 'british-embassy-paris'])
    );
  });

  it('lets what is chosen speak for its group, with a name', () => {
    const group = lay(europeToGulf, 'full', 'elysee').groups.find(({ isChosen }) => isChosen);
    expect(group?.lead.id).toBe('elysee');
    expect(group?.side).not.toBeNull();
  });

  it('gives places the same numbers on every crop', () => {
    const numbersOn = (viewBox: string) =>
      new Map(
        lay(viewBox, 'full').groups.flatMap(({ members }) => members.map(({ mark, number }) => [mark.id, number]))
      );
    const whole = numbersOn(wholeMap);
    for (const [id, number] of numbersOn(europeToGulf)) expect(whole.get(id)).toBe(number);
  });

  it('writes no names on a narrow map of many places, but does on one of a single place', () => {
    expect(lay(wholeMap, 'narrow').groups.every(({ side }) => side === null)).toBe(true);
    const helsinki = marks.find(({ id }) => id === 'helsinki')!;
    const one = layoutPlaces(numberMarks([helsinki]), cropAround(helsinki), [], 'narrow', nameOthers);
    expect(one.groups.map(({ side }) => side)).toEqual(['right']);
  });

  it('names the Soviet Union wherever it fills the crop', () => {
    for (const id of ['moscow', 'tashkent']) {
      const point = marks.find((mark) => mark.id === id)!;
      const { states } = layoutPlaces(numberMarks([point]), cropAround(point), placeStateNames(), 'middle', nameOthers);
      expect(states.map((state) => state.id)).toContain('soviet-union');
    }
  });
});
