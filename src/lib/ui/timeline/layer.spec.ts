import { afterEach, describe, expect, it, vi } from 'vitest';
import { placeLayer } from './layer.ts';

const laid = { from: 0, to: 1000 };
const width = 900;

describe('where a layer lies', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is nowhere else while the view is the one that it was laid out for', () => {
    expect(placeLayer(laid, { ...laid }, width, 1000)).toBe('');
  });

  it('moves by whole pixels of the screen', () => {
    const seen = { from: 34, to: 1034 };
    expect(placeLayer(laid, seen, width, 1000)).toBe('transform:translateX(-31px)');
    vi.stubGlobal('devicePixelRatio', 2);
    expect(placeLayer(laid, seen, width, 1000)).toBe('transform:translateX(-30.5px)');
  });

  it('keeps the instant under a hand where it is, to a fraction of a pixel, while it is scaled', () => {
    const seen = { from: 100, to: 833 };
    const [, shift, scale] = /translateX\((.+)px\) scaleX\((.+)\)/.exec(placeLayer(laid, seen, width, 1000)) ?? [];
    const instant = 467;
    const x = Number(shift) + Number(scale) * (instant / 1000) * width;
    expect(x).toBeCloseTo(((instant - seen.from) / 733) * width, 1);
  });

  it('is as wide as its span was stretched to', () => {
    expect(placeLayer(laid, { from: 0, to: 500 }, width, 500)).toBe('inline-size:200.000%;transform:translateX(0px)');
  });
});
