import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelWidth } from './label-width.ts';

const printable = fc.string({ unit: fc.constantFrom(...'abcdefgXYZ 019.,;–éüß') });

describe('labelWidth', () => {
  it('grows with every letter, with the size and with the weight', () => {
    fc.assert(
      fc.property(printable, printable, (a, b) => {
        expect(labelWidth(a + b, 16)).toBeGreaterThanOrEqual(labelWidth(a, 16));
        expect(labelWidth(a, 32)).toBeGreaterThanOrEqual(labelWidth(a, 16));
        // Rounding up costs at most a pixel each.
        expect(labelWidth(a, 16) + labelWidth(b, 16)).toBeGreaterThanOrEqual(labelWidth(a + b, 16));
      })
    );
    expect(labelWidth('Paris', 16, true)).toBeGreaterThan(labelWidth('Paris', 16));
  });

  it('gives a letter with a mark the width of the letter', () => {
    expect(labelWidth('Pérez de Cuéllar', 16)).toBe(labelWidth('Perez de Cuellar', 16));
  });

  it('is what the font gives and a hundredth more: m is wide, i is narrow, figures are alike', () => {
    expect(labelWidth('m', 100)).toBe(85);
    expect(labelWidth('i', 100)).toBe(27);
    expect(labelWidth('1111', 16)).toBe(labelWidth('6789', 16));
    expect(labelWidth('', 16)).toBe(1);
  });

  it('takes letters of other scripts for wide ones rather than for nothing', () => {
    expect(labelWidth('بغداد', 16)).toBeGreaterThan(labelWidth('iiiii', 16));
  });
});
