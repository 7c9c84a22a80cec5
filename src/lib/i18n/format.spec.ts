import { collection } from 'virtual:collection';
import { describe, expect, it } from 'vitest';
import { readDate } from '../content/edtf-date.ts';
import type { HistoricalDate } from '../model/historical-date.ts';
import { formatDate, formatList, formatNumber, formatSpan, formatTime, machineDate } from './format.ts';

const date = (edtf: string): HistoricalDate => readDate(edtf)!;

describe('formatDate', () => {
  it.each([
    ['1990-11-19', '19 November 1990', '19 Nov 1990'],
    ['1990-11', 'November 1990', 'Nov 1990'],
    ['1990', '1990', '1990'],
    ['1996?', '1996 (inferred)', '1996 (inferred)'],
    ['1990-11-20?', '20 November 1990 (day inferred)', '20 Nov 1990 (day inferred)'],
    ['1990-11-28~', 'about 28 November 1990', 'about 28 Nov 1990'],
    ['1990-09/1990-10', 'between September 1990 and October 1990', 'between Sept 1990 and Oct 1990'],
    ['1990-09-24/1990-10-02', 'between 24 September 1990 and 2 October 1990', 'between 24 Sept 1990 and 2 Oct 1990'],
    ['1990-08-02T05:10-04:00', '2 August 1990, 05:10 (UTC−4)', '2 Aug 1990, 05:10'],
    ['1990-11-19T12:25+01:00', '19 November 1990, 12:25 (UTC+1)', '19 Nov 1990, 12:25'],
    ['1991-02-28T00:00-05:00', '28 February 1991, 00:00 (UTC−5)', '28 Feb 1991, 00:00'],
    ['1990-08-02T09:40+04:30', '2 August 1990, 09:40 (UTC+4:30)', '2 Aug 1990, 09:40']
  ])('writes %s as %s', (edtf, long, short) => {
    expect(formatDate(date(edtf))).toBe(long);
    expect(formatDate(date(edtf), 'short')).toBe(short);
  });

  it('shows the day on the wall, whatever the zone of the machine', () => {
    for (const edtf of ['1990-11-29T23:50-05:00', '1990-11-29T00:10+03:00', '1990-11-29']) {
      expect(formatDate(date(edtf)), edtf).toMatch(/^29 November 1990/);
    }
  });
});

describe('formatSpan', () => {
  it.each([
    ['1990-11-19', '1990-11-21', '19 – 21 November 1990'],
    ['1990-08-28', '1990-09-03', '28 August – 3 September 1990'],
    ['1990-12-30', '1991-01-02', '30 December 1990 – 2 January 1991'],
    ['1990-10-03', '1990-10-10~', '3 October 1990 to about 10 October 1990'],
    ['1990-11-19T12:25+01:00', '1990-11-19T12:45+01:00', '19 November 1990, 12:25 to 12:45'],
    [
      '1991-01-17T03:00+03:00',
      '1991-02-24T04:00+03:00',
      '17 January 1991, 03:00 (UTC+3) to 24 February 1991, 04:00 (UTC+3)'
    ]
  ])('writes %s to %s as %s', (from, to, expected) => {
    // Intl sets thin spaces around the dash of a range.
    expect(formatSpan(date(from), date(to)).replace(/\s/gu, ' ')).toBe(expected);
  });

  it('is the date alone where there is no second one', () => {
    expect(formatSpan(date('1990-11-19'), null)).toBe('19 November 1990');
  });
});

describe('the dates of the collection', () => {
  const { events, sources, span, opening, beams } = collection;
  const all = [
    ...events.flatMap(({ date: from, endDate, window }) => [from, endDate, window?.from, window?.to]),
    ...sources.flatMap(({ date: made, opened }) => [made, opened]),
    ...[span, opening].flatMap(({ from, to }) => [from, to]),
    ...beams.map((beam) => beam.date)
  ].filter((one) => one != null);

  it('show an hour only where a document gives one', () => {
    for (const one of all) {
      const isHour = /T\d/.test(one.edtf);
      for (const form of ['long', 'short'] as const) {
        expect(/\d:\d\d/.test(formatDate(one, form)), one.edtf).toBe(isHour);
      }
      expect(formatTime(one) !== null, one.edtf).toBe(isHour);
    }
    for (const { id, date: from, endDate } of events) {
      const isHour = [from, endDate].some((one) => one !== null && /T\d/.test(one.edtf));
      expect(/\d:\d\d/.test(formatSpan(from, endDate)), id).toBe(isHour);
    }
  });

  it('say that they are doubted where they are', () => {
    for (const one of all) {
      const words = formatDate(one);
      expect(/inferred/.test(words), one.edtf).toBe(one.edtf.includes('?'));
      expect(/^about/.test(words), one.edtf).toBe(one.edtf.includes('~'));
      expect(/^between/.test(words), one.edtf).toBe(one.edtf.includes('/'));
    }
  });

  it('are such as <time> takes', () => {
    const valid = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}([+-]\d{2}:\d{2}|Z))?)?)?$/;
    for (const one of all) {
      const machine = machineDate(one);
      // What lies between two dates is given as the month or year of both, where they share one.
      if (!one.between || machine !== undefined) expect(machine, one.edtf).toMatch(valid);
      for (const end of one.edtf.split('/')) expect(end.startsWith(machine ?? ''), one.edtf).toBe(true);
    }
  });
});

it('writes numbers and lists as English does', () => {
  expect(formatNumber(12345)).toBe('12,345');
  expect(formatList(['a', 'b', 'c'])).toBe('a, b and c');
});
