import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from './table-csv.ts';

/** A reader of RFC 4180, for the journey back. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('toCsv', () => {
  it('begins with the mark of UTF-8 and ends every row', () => {
    expect(toCsv([['Pérez', '1990'], ['b']])).toBe('\uFEFFPérez,1990\r\nb\r\n');
  });

  it.each([
    ['a comma', 'Paris, 19 November', '"Paris, 19 November"'],
    ['quotation marks', 'the "pause"', '"the ""pause"""'],
    ['a new line', 'one\ntwo', '"one\ntwo"']
  ])('quotes %s', (_, text, cell) => {
    expect(toCsv([[text]])).toBe(`\uFEFF${cell}\r\n`);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('leaves no formula: %j', (text) => {
    expect(readCsv(toCsv([[text]]))).toEqual([[`'${text}`]]);
  });

  it('can be read again, whatever stands in it', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'abé",;=\n\r \'+–1'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        const plain = readCsv(toCsv(rows)).map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\r])/, '')));
        expect(plain).toEqual(rows.map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\r])/, ''))));
        expect(
          readCsv(toCsv(rows))
            .flat()
            .filter((text) => /^[=+\-@\t\r]/.test(text))
        ).toEqual([]);
      })
    );
  });
});
