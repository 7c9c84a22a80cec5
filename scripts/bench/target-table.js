/** Targets as a table of the report. Pure: targets in, Markdown out. */
import { writeNumber, writeTable } from './table.js';
import { verdictOf } from './targets.js';

const fine = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** @param {readonly import('./targets.js').Target[]} targets */
export function writeTargets(targets) {
  const rows = targets.map((target) => {
    const got = Number.isFinite(target.got) ? `${fine.format(target.got)}${target.unit}` : writeNumber(target.got);
    return [target.what, target.wanted, got, verdictOf(target)];
  });
  return writeTable(['target', 'wanted', 'measured', ''], rows);
}
