import { plugins } from '@citation-js/core';
import '@citation-js/plugin-ris';
import type { Source, SourceKind } from '../model/source.ts';
import type { CslItem } from './csl-item.ts';

const types: Readonly<Record<SourceKind, string>> = {
  resolution: 'GOVDOC',
  treaty: 'GOVDOC',
  memcon: 'UNPB',
  speech: 'GEN',
  statement: 'GEN',
  letter: 'PCOMM',
  report: 'RPRT',
  directive: 'GOVDOC'
};

/**
 * A RIS record. The plugin names the tags of what all records have; the rest is ours: it cuts
 * ids short, takes a speech for a sound recording and breaks long lines, web addresses among
 * them, which many programs do not join again.
 */
export function toRis(source: Source, item: CslItem): string {
  const { id, title, author, language, genre, URL, note } = item;
  const common = { id, type: 'document', title, language, genre, URL, ...(author && { author }) };
  const [tags] = plugins.output.format('ris', [common], { format: 'object' });
  const { AU, TI, LA, M3, UR } = tags!;
  const record: Readonly<Record<string, string | readonly string[] | undefined>> = {
    TY: types[source.kind],
    ID: id,
    AU,
    TI,
    PY: source.date.edtf.slice(0, 4),
    DA: toRisDate(source, item),
    CY: item['event-place'],
    LA,
    M3,
    UR,
    M1: item.number,
    DB: item.archive,
    AV: item.archive_location,
    DP: item.source,
    N1: [...(note === undefined ? [] : [note]), `Creator: ${source.creator}`]
  };
  const lines = Object.entries(record).flatMap(([tag, value]) =>
    (value === undefined ? [] : ([] as string[]).concat(value)).map(
      (text) => `${tag}  - ${text.replace(/\s+/g, ' ').trim()}`
    )
  );
  return [...lines, 'ER  - '].join('\n');
}

/** `YYYY/MM/DD/` and, where the day is not sure, why not: RIS keeps words after the last stroke. */
function toRisDate(source: Source, { issued }: CslItem): string {
  const stroke = (parts: readonly number[]) =>
    [0, 1, 2].map((index) => (parts[index] === undefined ? '' : String(parts[index]).padStart(2, '0'))).join('/');
  const [first, last] = issued['date-parts'] as [readonly number[], (readonly number[])?];
  const why = last
    ? `at some time until ${last.map((part) => String(part).padStart(2, '0')).join('-')}`
    : source.date.uncertain
      ? 'inferred'
      : source.date.approximate
        ? 'approximate'
        : '';
  return `${stroke(first)}/${why}`;
}
