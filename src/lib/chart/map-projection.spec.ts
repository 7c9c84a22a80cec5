import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Place } from '../model/place.ts';
import { cropAround, mapSize, readViewBox, wholeMap } from './map-crop.ts';
import { europeToGulf, placeStateNames, projectPlace } from './map-projection.ts';

const file = new URL('../../../content/places.yaml', import.meta.url);
const places = parse(readFileSync(file, 'utf8')) as Place[];

describe('projectPlace', () => {
  it.each(places)('puts $id well inside the window', (place) => {
    const { x, y } = projectPlace(place);
    expect(x).toBeGreaterThan(30);
    expect(x).toBeLessThan(mapSize.width - 30);
    expect(y).toBeGreaterThan(30);
    expect(y).toBeLessThan(mapSize.height - 30);
  });

  it('keeps north above south and west left of east', () => {
    const moscow = projectPlace({ lat: 55.8, lon: 37.6 });
    const baghdad = projectPlace({ lat: 33.3, lon: 44.4 });
    const paris = projectPlace({ lat: 48.9, lon: 2.4 });
    expect(moscow.y).toBeLessThan(baghdad.y);
    expect(paris.x).toBeLessThan(moscow.x);
  });
});

describe('cropAround', () => {
  const all = places.map(projectPlace);

  it.each(all)('stays inside the map and shows its point, %o', (point) => {
    const { x, y, width, height } = readViewBox(cropAround(point));
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(mapSize.width);
    expect(y + height).toBeLessThanOrEqual(mapSize.height);
    expect(point.x).toBeGreaterThan(x);
    expect(point.x).toBeLessThan(x + width);
    expect(point.y).toBeGreaterThan(y);
    expect(point.y).toBeLessThan(y + height);
  });

  it('shows all of several points', () => {
    const { x, y, width, height } = readViewBox(cropAround(all.slice(0, 6)));
    for (const point of all.slice(0, 6)) {
      expect(point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height).toBe(true);
    }
  });

  it('is the whole map for no point', () => {
    expect(cropAround([])).toBe(wholeMap);
  });

  it('keeps the width and height asked for', () => {
    const { width, height } = readViewBox(cropAround({ x: 800, y: 400 }, { minWidth: 400, aspect: 2 }));
    expect([width, height]).toEqual([400, 200]);
  });
});

describe('the crop from Europe to the Gulf', () => {
  it('holds all but America and Central Asia', () => {
    const { x, y, width, height } = readViewBox(europeToGulf);
    const outside = places.filter((place) => {
      const point = projectPlace(place);
      return point.x < x || point.x > x + width || point.y < y || point.y > y + height;
    });
    expect(outside.map(({ id }) => id).sort()).toEqual(['tashkent', 'un-new-york', 'washington']);
  });
});

describe('readViewBox', () => {
  it.each(['', '1 2 3', '0 0 a b'])("rejects '%s'", (text) => {
    expect(() => readViewBox(text)).toThrow('not a viewBox');
  });
});

describe('placeStateNames', () => {
  it('takes names from the page', () => {
    const names = placeStateNames((id, english) => (id === 'soviet-union' ? 'Sowjetunion' : english));
    expect(names.find(({ id }) => id === 'soviet-union')?.name).toBe('Sowjetunion');
    expect(names.find(({ id }) => id === 'iraq')?.name).toBe('Iraq');
  });
});
