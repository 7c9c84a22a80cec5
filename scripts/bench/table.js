/** Tables of the report. Pure: cells in, Markdown out. */
import { failed } from './results.js';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/**
 * A table of Markdown, its columns of even width; the first is words, the others numbers.
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function writeTable(head, rows) {
  const widths = head.map((title, column) => Math.max(3, title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  /** @param {readonly string[]} cells */
  const line = (cells) =>
    `| ${widths.map((width, at) => (at === 0 ? (cells[at] ?? '').padEnd(width) : (cells[at] ?? '').padStart(width))).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/**
 * @param {number} one
 * @param {number} other
 */
export function writeRatio(one, other) {
  const ratio = one / other;
  return Number.isFinite(ratio) && ratio > 0 ? ratio.toFixed(2) : '–';
}

/**
 * @param {number} value
 * @param {string} late what is said of a value that did not come in time
 */
export function writeNumber(value, late = '> 60 s') {
  if (Number.isNaN(value)) return '–';
  if (value === Infinity) return late;
  if (value === failed) return 'fails';
  return whole.format(value);
}
