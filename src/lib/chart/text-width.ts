/** Widths of Source Sans 3 semi-bold by kind of letter, in em, on the generous side so that fallback fonts fit too. */
const widths: readonly [RegExp, number][] = [
  [/[ijlftrI.,:;'’()|\- ]/, 0.33],
  [/[mwMWÆŒ—]/, 0.87],
  [/\p{Lu}/u, 0.65],
  [/./u, 0.57]
];

/**
 * About how wide a line of text is, without a browser to measure it.
 * @param text one line
 * @param fontSize px
 * @returns px
 */
export function measureText(text: string, fontSize: number): number {
  const em = Array.from(text, (letter) => widths.find(([kind]) => kind.test(letter))?.[1] ?? 1);
  return em.reduce((sum, width) => sum + width, 0) * fontSize;
}

/**
 * Breaks a name at its spaces into lines of about the same length.
 * @param most letters on a line, unless one word alone is longer
 */
export function breakLines(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
