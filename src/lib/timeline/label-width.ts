/**
 * Advance widths of Source Sans 3 in hundredths of an em, from the space (U+0020) to the tilde
 * (U+007E), as the font gives them. Measuring text in a frame would cost more than it is worth.
 */
const regular = [
  20, 29, 43, 50, 50, 82, 61, 25, 30, 30, 42, 50, 25, 31, 25, 35, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 25, 25, 50,
  50, 50, 42, 85, 54, 59, 57, 61, 53, 49, 62, 65, 26, 48, 58, 49, 73, 65, 66, 57, 66, 57, 53, 54, 64, 51, 79, 51, 48,
  54, 30, 35, 30, 50, 50, 54, 50, 55, 46, 55, 50, 29, 50, 54, 25, 25, 49, 25, 83, 55, 54, 55, 55, 35, 42, 34, 54, 47,
  72, 45, 47, 42, 30, 24, 30, 50
];
const semibold = [
  20, 31, 48, 51, 51, 84, 64, 27, 32, 32, 44, 51, 27, 32, 27, 34, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 27, 27, 51,
  51, 51, 44, 87, 56, 60, 58, 62, 54, 51, 63, 66, 28, 49, 60, 50, 74, 66, 67, 58, 67, 59, 54, 55, 65, 54, 80, 54, 50,
  54, 32, 34, 32, 51, 50, 55, 52, 56, 46, 56, 51, 32, 52, 56, 26, 26, 52, 27, 84, 56, 55, 56, 56, 37, 43, 36, 56, 49,
  75, 48, 49, 44, 32, 25, 32, 51
];
const unknown = 56;
/** Where letters stand on whole pixels only, a label grows by so much. */
const hinting = 1.01;

/**
 * How wide a label is at most, in px; kerning left aside, so that it is rather a little less wide than that.
 * @param fontSize px
 */
export function labelWidth(text: string, fontSize: number, isSemibold = false): number {
  const widths = isSemibold ? semibold : regular;
  let sum = 0;
  for (const letter of text.normalize('NFD').replace(/\p{M}/gu, '')) {
    sum += widths[letter.charCodeAt(0) - 32] ?? unknown;
  }
  return Math.ceil((sum / 100) * fontSize * hinting) + 1;
}
