import { describe, expect, it } from 'vitest';
import { citeParagraph, quotationWithCredit } from './paragraph-reference.ts';

describe('citeParagraph', () => {
  const address = 'https://example.org/sources/unsc-res-678#p7';

  it('adds a sentence to a citation that ends with a full stop', () => {
    expect(citeParagraph('United Nations. https://undocs.org/x.', 'Two Steps', address)).toBe(
      `United Nations. https://undocs.org/x. Excerpt, ¶ 7, in <i>Two Steps</i>, ${address}.`
    );
  });
  it('adds brackets to one that ends with a bare address', () => {
    expect(citeParagraph('United Nations. https://undocs.org/x', 'Two Steps', address)).toBe(
      `United Nations. https://undocs.org/x (Excerpt, ¶ 7, in <i>Two Steps</i>, ${address})`
    );
  });
  it('names no paragraph where the address names none', () => {
    expect(citeParagraph('A.', 'Two Steps', 'https://example.org/sources/a')).toBe(
      'A. Excerpt, in <i>Two Steps</i>, https://example.org/sources/a.'
    );
    expect(citeParagraph('A.', 'Two Steps', 'https://example.org/sources/a#pause')).not.toContain('¶');
  });
  it('escapes what it is given as text', () => {
    expect(citeParagraph('A.', '<b>', 'https://example.org/?a&b"')).toBe(
      'A. Excerpt, in <i>&#60;b&#62;</i>, https://example.org/?a&#38;b&#34;.'
    );
  });
});

describe('quotationWithCredit', () => {
  it('puts words, credit and address together', () => {
    expect(quotationWithCredit('one final\n opportunity', 'Security Council, 1990', 'https://example.org/a#p1')).toBe(
      '“one final opportunity” — Security Council, 1990. https://example.org/a#p1'
    );
  });
  it('does not double a full stop, and leaves the words as they are', () => {
    expect(quotationWithCredit('He said “no”.', 'The minutes.', 'https://example.org/a')).toBe(
      '“He said “no”.” — The minutes. https://example.org/a'
    );
  });
});
