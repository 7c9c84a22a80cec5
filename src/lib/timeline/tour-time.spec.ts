import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secondsAt } from './tour-time.ts';

const text = fc.string({ maxLength: 600 });

describe('secondsAt', () => {
  it('leaves at least six seconds, however little is said', () => {
    fc.assert(
      fc.property(text, text, fc.option(fc.integer({ min: 1, max: 60 })), (caption, words, seconds) => {
        expect(secondsAt({ caption, words, seconds })).toBeGreaterThanOrEqual(6);
      })
    );
    expect(secondsAt({ caption: '', words: '', seconds: null })).toBe(6);
  });

  it('leaves more for more words, and never hurries a reader', () => {
    fc.assert(
      fc.property(text, text, text, (caption, words, more) => {
        const time = secondsAt({ caption, words, seconds: null });
        expect(secondsAt({ caption: caption + more, words, seconds: null })).toBeGreaterThanOrEqual(time);
        expect(secondsAt({ caption, words: words + more, seconds: null })).toBeGreaterThanOrEqual(time);
        expect((caption.length + words.length) / time).toBeLessThanOrEqual(15);
      })
    );
  });

  it('is what the author asks for', () => {
    expect(secondsAt({ caption: 'x'.repeat(240), words: '', seconds: 9 })).toBe(9);
  });
});
