import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../model/historical-date.ts';
import { readDate } from './edtf-date.ts';

const utc = (text: string): number => Date.parse(`${text}Z`);
const two = (value: number): string => String(value).padStart(2, '0');
const aDay = fc
  .tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 30 }))
  .map(([year, month, day]) => new Date(Date.UTC(year, month, 1 + day)).toISOString().slice(0, 10));

describe('days, months and years', () => {
  it('cover every day that exists, from its first millisecond to the next day', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        expect(readDate(day)).toEqual({
          edtf: day,
          precision: 'day',
          start: utc(`${day}T00:00`),
          end: utc(`${day}T00:00`) + DAY,
          offset: null,
          uncertain: false,
          approximate: false,
          between: false
        });
      })
    );
  });

  it('refuse every day that does not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const exists = new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
          const text = `${year}-${two(month)}-${two(day)}`;
          expect(readDate(text) !== null).toBe(text === exists);
        }
      ),
      {
        examples: [
          [1990, 2, 30],
          [1991, 2, 29],
          [1992, 2, 29],
          [1900, 2, 29],
          [2000, 2, 29],
          [1990, 11, 31]
        ]
      }
    );
  });

  it('cover a month and a year whole', () => {
    expect(readDate('1990-11')).toMatchObject({
      precision: 'month',
      start: utc('1990-11-01T00:00'),
      end: utc('1990-12-01T00:00')
    });
    expect(readDate('1990')).toMatchObject({
      precision: 'year',
      start: utc('1990-01-01T00:00'),
      end: utc('1991-01-01T00:00')
    });
  });

  it('are uncertain with ?, approximate with ~, and both with %', () => {
    expect(readDate('1990-11-19?')).toMatchObject({ uncertain: true, approximate: false, precision: 'day' });
    expect(readDate('1990-11-28~')).toMatchObject({ uncertain: false, approximate: true, precision: 'day' });
    expect(readDate('1990-11%')).toMatchObject({ uncertain: true, approximate: true, precision: 'month' });
    expect(readDate('1990~')).toMatchObject({ approximate: true, precision: 'year' });
  });
});

describe('minutes', () => {
  it('are civil time, with the offset that the record gives', () => {
    expect(readDate('1990-11-29T17:27-05:00')).toMatchObject({
      precision: 'minute',
      start: utc('1990-11-29T17:27'),
      end: utc('1990-11-29T17:27'),
      offset: -300
    });
    expect(readDate('1991-01-17T03:00+03:00')).toMatchObject({ start: utc('1991-01-17T03:00'), offset: 180 });
    expect(readDate('1990-11-19T12:25:00+05:30')).toMatchObject({ start: utc('1990-11-19T12:25'), offset: 330 });
    expect(readDate('1990-11-19T12:25Z')).toMatchObject({ start: utc('1990-11-19T12:25'), offset: 0 });
    expect(readDate('1990-11-19T12:25')).toMatchObject({ start: utc('1990-11-19T12:25'), offset: null });
  });

  it('stay the same clock whatever the zone', () => {
    fc.assert(
      fc.property(
        aDay,
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: -48, max: 56 }),
        (day, minute, quarters) => {
          const clock = `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
          const offset = quarters * 15;
          const size = Math.abs(offset);
          const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
          expect(readDate(clock + zone)).toMatchObject({
            start: utc(`${day}T00:00`) + minute * MINUTE,
            offset,
            precision: 'minute'
          });
        }
      )
    );
  });
});

describe('intervals', () => {
  it('are somewhere between the first instant of one and the last of the other', () => {
    expect(readDate('1990-09-24/1990-10-02')).toMatchObject({
      edtf: '1990-09-24/1990-10-02',
      precision: 'day',
      start: utc('1990-09-24T00:00'),
      end: utc('1990-10-03T00:00'),
      between: true
    });
    expect(readDate('1990-09/1990-10')).toMatchObject({ precision: 'month', end: utc('1990-11-01T00:00') });
  });

  it('are as doubtful as either end', () => {
    expect(readDate('1990-11-17?/1990-11-21')).toMatchObject({ uncertain: true, approximate: false });
    expect(readDate('1990-11-17/1990-11-21~')).toMatchObject({ uncertain: false, approximate: true });
  });

  it('read with their hours too', () => {
    const date = readDate('1990-11-19T18:00+01:00/1990-11-19T20:00+01:00');
    expect(date!.end - date!.start).toBe(2 * HOUR);
  });

  it('never run backwards', () => {
    fc.assert(
      fc.property(aDay, aDay, (from, to) => {
        const date = readDate(`${from}/${to}`);
        expect(date === null).toBe(to < from);
        if (date) expect(date.end).toBeGreaterThan(date.start);
      })
    );
  });
});

describe('what is no date here', () => {
  it.each([
    '',
    ' 1990-11-19',
    '19901119',
    '1990-11-1',
    '90-11-19',
    '1990-11-19T25:00',
    '1990-11-19T17:60',
    '1990-11-19T17',
    '1990-11-19T17:27:30',
    '1990-11-19T17:27?',
    '1990-21',
    '1990-XX',
    '1990-11-XX',
    '199X',
    '1990?-11-19',
    '1990-?11-19',
    'Y19900',
    '-1990',
    '1899-12-31',
    '2101',
    '1990-11-19/',
    '/1990-11-19',
    '1990-11-19/..',
    '1990-11-19/1990-11',
    '1990-11/1990-12/1991-01',
    '[1990-11-19,1990-11-20]',
    '19 November 1990',
    '19.11.1990',
    '1990/11/19'
  ])('%s', (text) => {
    expect(readDate(text)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9XYTZS:/.?~%+-]{0,24}$/)), (text) => {
        const date = readDate(text);
        if (date) expect(date.end).toBeGreaterThanOrEqual(date.start);
        expect(date === null || date.edtf === text).toBe(true);
      })
    );
  });
});
