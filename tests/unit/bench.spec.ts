import { describe, expect, it } from 'vitest';
import { contenders } from '../../scripts/bench/contenders.js';
import type { Case } from '../../scripts/bench/measure.js';
import type { KioskRow } from '../../scripts/bench/kiosk.js';
import { writeKiosk } from '../../scripts/bench/kiosk-report.js';
import { allSizes, readOptions } from '../../scripts/bench/options.js';
import { slowdownAt, type Paced } from '../../scripts/bench/pace.js';
import { writeReport } from '../../scripts/bench/report.js';
import { replacePart } from '../../scripts/bench/report-part.js';
import { caseKey, failed, medianOf, type Results } from '../../scripts/bench/results.js';
import { writeNumber, writeRatio, writeTable } from '../../scripts/bench/table.js';
import { isMet, readTargets } from '../../scripts/bench/targets.js';

const frames = (value: number) => ({ p95: value, worst: value * 2 });
const ran = (own: Partial<Case> = {}): Case => ({
  seen: 100,
  ready: 200,
  longest: 60,
  pan: frames(16.7),
  zoom: frames(16.7),
  elements: 400,
  script: 80_000,
  ...own
});
const results = (cases: [string, Case[]][], own: Partial<Results> = {}): Results => ({
  machine: { cores: 2, memory: 8, system: 'Linux', browser: '1.2.3' },
  sizes: [60, 500],
  contenders: contenders.slice(0, 2).map(({ id, name }) => ({ id, name })),
  cases: new Map(cases),
  residues: new Map(),
  residueSize: 2000,
  presses: new Map(),
  pressCount: 100,
  paced: null,
  runs: 3,
  kiosk: [],
  ...own
});

describe('the options of the bench', () => {
  it('are the whole where nothing is said', () => {
    expect(readOptions([])).toMatchObject({ sizes: allSizes, runs: 3, isWhole: true });
    expect(readOptions([]).only).toEqual([...contenders.map(({ id }) => id), 'pace', 'kiosk']);
    expect(readOptions([]).kiosk?.runs).toBe(3);
  });

  it('measure the kiosk alone, the whole of it', () => {
    expect(readOptions(['--only', 'kiosk'])).toMatchObject({ only: ['kiosk'], isWhole: true });
    expect(readOptions(['--only', 'kiosk', '--runs', '1'])).toMatchObject({ kiosk: { runs: 1 }, isWhole: false });
    expect(readOptions(['--only', 'kiosk', '--quick']).isWhole).toBe(false);
    expect(readOptions(['--only', 'ours,kiosk']).isWhole).toBe(false);
    expect(readOptions(['--only', 'ours']).kiosk).toBeNull();
  });

  it('measure the pace of the targets alone, the whole of it', () => {
    expect(readOptions(['--only', 'pace'])).toMatchObject({ pace: { rounds: 5 }, kiosk: null, isWhole: true });
    expect(readOptions(['--only', 'pace', '--runs', '2'])).toMatchObject({ pace: { rounds: 2 }, isWhole: false });
    expect(readOptions(['--only', 'pace,kiosk']).isWhole).toBe(true);
    expect(readOptions(['--quick']).pace).toEqual({ rounds: 1 });
    expect(readOptions(['--only', 'ours']).pace).toBeNull();
  });

  it('leave out what is not asked for', () => {
    expect(readOptions(['--sizes', '500,60', '--runs=1', '--only', 'ours,vis'])).toMatchObject({
      sizes: [60, 500],
      runs: 1,
      only: ['ours', 'vis'],
      isWhole: false
    });
    expect(readOptions(['--quick'])).toMatchObject({ sizes: [60, 2000], runs: 1, isWhole: false });
    expect(readOptions(['--quick', '--runs', '2']).runs).toBe(2);
  });

  it.each([
    [['--size', '60'], /no option '--size'/],
    [['--sizes'], /--sizes needs a value/],
    [['--sizes', '60,many'], /not '60,many'/],
    [['--sizes', '0'], /not '0'/],
    [['--runs', '0'], /not '0'/],
    [['--only', 'ours,them'], /not 'them'/]
  ])('are complained of: %j', (args, sentence) => {
    expect(() => readOptions(args)).toThrow(sentence);
  });
});

describe('a table', () => {
  it('has even columns, the first for words and the others for numbers', () => {
    expect(
      writeTable(
        ['events', 'a'],
        [
          ['60', '1,234'],
          ['10,000', '5']
        ]
      )
    ).toBe(['| events |     a |', '|--------|------:|', '| 60     | 1,234 |', '| 10,000 |     5 |'].join('\n'));
  });

  it.each([
    [1234.4, '1,234'],
    [Infinity, '> 60 s'],
    [failed, 'fails'],
    [Number.NaN, '–'],
    [0, '0']
  ])('writes %d as %s', (value, text) => {
    expect(writeNumber(value)).toBe(text);
  });

  it('writes a ratio only where both were measured', () => {
    expect(writeRatio(50, 200)).toBe('0.25');
    for (const [one, other] of [
      [50, Infinity],
      [Infinity, 50],
      [Number.NaN, 1],
      [1, 0],
      [failed, 3]
    ]) {
      expect(writeRatio(one!, other!)).toBe('–');
    }
  });
});

describe('several runs', () => {
  const several = results([
    [caseKey('ours', 60, 1), [ran({ seen: 90 }), ran({ seen: 300 }), ran({ seen: 100, pan: frames(Number.NaN) })]],
    [caseKey('vis', 60, 1), [ran({ seen: Infinity, elements: Number.NaN })]]
  ]);

  it('become their median, whatever was not got to left out', () => {
    expect(medianOf(several, 'ours', 60, 1, 'seen')).toBe(100);
    expect(medianOf(several, 'ours', 60, 1, 'pan.p95')).toBe(16.7);
    expect(medianOf(several, 'ours', 60, 1, 'zoom.worst')).toBe(33.4);
    expect(medianOf(several, 'vis', 60, 1, 'seen')).toBe(Infinity);
    expect(medianOf(several, 'vis', 60, 1, 'elements')).toBeNaN();
    expect(medianOf(several, 'ours', 500, 4, 'seen')).toBeNaN();
  });
});

describe('a target', () => {
  const target = (got: number) => isMet({ got, most: 100 });

  it('is met up to its figure, and not by what did not come', () => {
    expect(target(100)).toBe(true);
    expect(target(-3)).toBe(true);
    expect(target(102)).toBe(false);
    expect(target(Infinity)).toBe(false);
    expect(target(failed)).toBe(false);
    expect(target(Number.NaN)).toBeNull();
  });

  it('that any number of events must reach is as bad as the worst of them', () => {
    const read = (cases: [string, Case[]][]) =>
      readTargets(results(cases)).find(({ what }) => what.includes('95th percentile, 4×'))!.got;
    expect(read([])).toBeNaN();
    const quick: [string, Case[]] = [caseKey('ours', 60, 4), [ran()]];
    expect(read([quick, [caseKey('ours', 500, 4), [ran({ pan: frames(900) })]]])).toBe(900);
    expect(read([quick, [caseKey('ours', 500, 4), [ran({ pan: frames(failed) })]]])).toBe(failed);
  });
});

describe('the report', () => {
  it('says what was measured, beside the peer, and what was not', () => {
    const report = writeReport(
      results(
        [
          [caseKey('ours', 60, 1), [ran({ seen: 80 })]],
          [caseKey('vis', 60, 1), [ran({ seen: 160 })]],
          [caseKey('vis', 500, 1), [ran({ seen: Infinity, pan: frames(Infinity) })]]
        ],
        {
          residues: new Map([
            [
              'ours',
              [
                { cycles: 10, heap: 5e6, nodes: 900 },
                { cycles: 300, heap: 5.2e6, nodes: 900 }
              ]
            ]
          ]),
          presses: new Map([[1, { p50: 30, p98: 120, worst: 130 }]])
        }
      )
    );
    expect(report).toContain('2 cores, 8 GB, Linux');
    expect(report).toMatch(/\| 60 +\| +80 \| +160 \| +0\.50 \|/);
    expect(report).toMatch(/\| 500 +\| +– \| +> 60 s \| +– \|/);
    expect(report).toContain('stuck / 17');
    expect(report).toMatch(/60 events, as a share .*at most 0\.55 .* 0\.5 \| +pass/);
    expect(report).toMatch(/press to the panel, 98th percentile +\| at most 100 ms \| +120 ms \| +\*\*fail\*\*/);
    expect(report).toMatch(/press to the panel, 98th percentile, 4× .* – \| not measured/);
    expect(report).toMatch(/Longest task of the load, 10,000 events, 4× .* – \| not measured/);
    expect(report).toMatch(/Two Steps +\| +5\.0 MB \| +5\.2 MB \| +900 \| +900/);
    expect(report).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('the pace of the targets', () => {
  const paced: Paced = {
    naive: [5244, 5244, 2622],
    slowdowns: [2, 2.04],
    sizes: [500, 10_000],
    cases: new Map([
      [caseKey('ours', 500, 4), [ran({ seen: 240, pan: frames(16.7) })]],
      [caseKey('ours', 10_000, 4), [ran({ seen: 250, longest: 81 }), ran({ longest: 91, zoom: frames(33.3) })]]
    ]),
    pressSlowdown: 1.5,
    press: { p50: 40, p98: 77, worst: 140 }
  };

  it('slows a fast machine more and a slow one less, and makes none faster', () => {
    expect(slowdownAt(2622)).toBe(4);
    expect(slowdownAt(1311)).toBe(8);
    expect(slowdownAt(5244)).toBe(2);
    expect(slowdownAt(20_000)).toBe(1);
    expect(slowdownAt(Infinity)).toBe(1);
  });

  it('is told with what it was taken from, beside the targets as they stand', () => {
    const report = writeReport(results([[caseKey('ours', 10_000, 4), [ran({ longest: 150 })]]], { paced }));
    expect(report).toMatch(
      /Longest task of the load, 10,000 events, 4× +\| at most 100 ms \| +150 ms \| +\*\*fail\*\*/
    );
    expect(report).toMatch(/Longest task of the load, 10,000 events +\| at most 100 ms \| +86 ms \| +pass/);
    expect(report).toMatch(/any number of events, 95th percentile +\| +at most 17 ms \| +25 ms \| +\*\*fail\*\*/);
    expect(report).toMatch(/From a press to the panel, 98th percentile +\| at most 100 ms \| +77 ms \| +pass/);
    expect(report).toMatch(/\| 10,000 +\| +175 \| +86 \| +17 \/ 25 \| +33 \/ 50 \|/);
    expect(report).toContain('Here it took 5,244 (2,622 to 5,244)');
    expect(report).toContain('8.0× there');
    expect(report).toContain('by the naive drawing right before: 2.0×');
  });

  it('is not told where it was not measured', () => {
    expect(writeReport(results([]))).not.toContain('## At the pace');
  });
});

describe('the part on the kiosk', () => {
  const row = (own: number): KioskRow => ({
    what: 'the loop',
    own: { p50: 16.7, p95: own, worst: 50, frames: 900 },
    plain: { p50: 16.7, p95: 16.7, worst: 33.4, frames: 800 }
  });
  const part = (own: number) => writeKiosk(results([], { kiosk: [row(own)] }));

  it('says what the screen took beside a plain box, and whether that will do', () => {
    expect(part(16.7)).toMatch(
      /\| the loop \| +900 \| +16\.7 \| +16\.7 \| +50\.0 \| +16\.7 \| +33\.4 \| +1\.00 \| +pass \|/
    );
    expect(part(16.9)).toMatch(/16\.9 .* 1\.01 \| +\*\*fail\*\*/);
    expect(writeReport(results([], { kiosk: [row(16.7)] }))).toContain('\n\n## The kiosk\n');
    expect(writeReport(results([]))).not.toContain('## The kiosk');
  });

  it('takes the place of the older part alone, wherever it stands', () => {
    const [older, newer] = [part(33.3), part(16.7)];
    expect(replacePart('', newer)).toBe(newer);
    expect(replacePart('# Report\n\nWords.\n', newer)).toBe(`# Report\n\nWords.\n\n${newer}`);
    expect(replacePart(`# Report\n\n${older}`, newer)).toBe(`# Report\n\n${newer}`);
    expect(replacePart(`# Report\n\n${older}\n## After\n`, newer)).toBe(`# Report\n\n${newer}\n## After\n`);
  });
});
