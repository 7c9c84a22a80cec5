import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { readSvx, readYaml, type RawFile } from './content-file.ts';
import type { Problem } from './problem.ts';

const Schema = v.strictObject({
  title: v.pipe(v.string('text'), v.maxLength(20, 'at most 20 characters')),
  size: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(9))),
  lanes: v.optional(v.array(v.string('text')), []),
  seats: v.optional(
    v.array(v.strictObject({ id: v.string('an id'), votes: v.record(v.string(), v.picklist(['for'], 'for')) })),
    []
  ),
  window: v.optional(v.strictObject({ from: v.string('a date'), to: v.string('a date') }))
});

function problemsOf(lines: readonly string[], kind: 'svx' | 'yaml' = 'svx'): Problem[] {
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  const file: RawFile = {
    path: `content/events/a.${kind}`,
    text: kind === 'svx' ? ['---', ...lines, '---', 'body'].join('\n') : lines.join('\n')
  };
  if (kind === 'svx') readSvx(file, Schema, report);
  else readYaml(file, Schema, report);
  return problems;
}

const brief = (problems: readonly Problem[]) => problems.map(({ line, field }) => [line, field]);

describe('front matter', () => {
  it('is read with the body and where that begins', () => {
    const text = '---\ntitle: Two steps\nlanes: [un]\n---\n\nfirst\n---\nlast\n';
    const file = readSvx({ path: 'content/events/two-steps.svx', text }, Schema, () => expect.unreachable());
    expect(file).toMatchObject({
      id: 'two-steps',
      path: 'content/events/two-steps.svx',
      data: { title: 'Two steps', lanes: ['un'], seats: [] },
      body: '\nfirst\n---\nlast\n',
      bodyLine: 5
    });
    expect(text.split('\n')[file!.bodyLine - 1 + 1]).toBe('first');
  });

  it.each([
    ['', 'nothing'],
    ['title: Two steps\n', '"title: Two steps"'],
    ['---\ntitle: Two steps\n', "no closing '---'"],
    ['\n---\ntitle: Two steps\n---\n', 'nothing']
  ])('must stand between two lines of ---: %j', (text, found) => {
    const problems: Problem[] = [];
    expect(readSvx({ path: 'a.svx', text }, Schema, (problem) => problems.push(problem))).toBeNull();
    expect(problems).toEqual([
      { file: 'a.svx', line: 1, field: 'front matter', found, expected: "front matter between two lines of '---'" }
    ]);
  });

  it('may be empty, and then lacks its fields', () => {
    expect(problemsOf([])).toMatchObject([{ line: 2, field: 'file', found: 'nothing', expected: 'named fields' }]);
  });
});

describe('the line of a field', () => {
  const lines = [
    'title: a title that is far too long', // line 2 of the file
    'size: 12',
    'lanes:',
    '  - un',
    '  - 7',
    '  -',
    '    8',
    'seats:',
    '  - id: one',
    '    votes:',
    '      "660": for',
    '      "678": against',
    '  - id: 2',
    '    votes: {}',
    'window: { from: "1990",',
    '  to: 1991 }'
  ];

  it('is that of its key, or of its item in a list, however deep', () => {
    expect(brief(problemsOf(lines))).toEqual([
      [2, 'title'],
      [3, 'size'],
      [6, 'lanes.1'],
      [8, 'lanes.2'],
      [13, 'seats.0.votes.678'],
      [14, 'seats.1.id'],
      [17, 'window.to']
    ]);
  });

  it('is one less in a file that is YAML throughout', () => {
    const shifted = brief(problemsOf(lines)).map(([line, field]) => [(line as number) - 1, field]);
    expect(brief(problemsOf(lines, 'yaml'))).toEqual(shifted);
  });

  it('is that of what is around it when the field is missing', () => {
    expect(brief(problemsOf(['size: 1', 'window:', '  from: "1990"', 'seats:', '  - id: one']))).toEqual([
      [2, 'title'],
      [6, 'seats.0.votes'],
      [3, 'window.to']
    ]);
  });

  it('may be asked for later', () => {
    const problems: Problem[] = [];
    const file = readSvx(
      { path: 'a.svx', text: `---\n${lines.slice(2, 3).join('')} [un,\n  europe]\ntitle: One\n---\n` },
      Schema,
      (problem) => problems.push(problem)
    )!;
    expect(file.lineOf(['lanes', 1])).toBe(3);
    expect(file.lineOf(['lanes', 9])).toBe(2);
    expect(file.lineOf(['nothing', 'of', 'this'])).toBe(2);
    file.complain(['title'], file.data.title, 'another');
    expect(problems).toEqual([{ file: 'a.svx', line: 4, field: 'title', found: '"One"', expected: 'another' }]);
  });
});

describe('what was expected', () => {
  it.each([
    [['title: [a]'], 'text'],
    [['title: a', 'size: -1'], 'at least 0'],
    [['title: a', 'size: 12'], 'at most 9'],
    [['title: a', 'lanes: un'], 'a list'],
    [['title: a', 'window: 1990'], 'named fields'],
    [['title: a', 'window:'], 'named fields'],
    [['size: 1'], "the field 'title'"]
  ])('is said in plain words: %j', (lines, expected) => {
    expect(problemsOf(lines).map((problem) => problem.expected)).toEqual([expected]);
  });

  it('names the fields that are still free, for every stray one', () => {
    const lines = ['tittle: a', 'lines: []', 'seats:', '  - id: one', '    vote: {}', '    votes: {}'];
    expect(problemsOf(lines)).toMatchObject([
      { line: 2, field: 'tittle', found: '"tittle"', expected: 'the name of a field: title, size, lanes, window' },
      { line: 3, field: 'lines', found: '"lines"', expected: 'the name of a field: title, size, lanes, window' },
      { line: 6, field: 'seats.0.vote', found: '"vote"', expected: 'no such field' },
      { line: 2, field: 'title', found: 'nothing', expected: "the field 'title'" }
    ]);
  });
});

describe('YAML', () => {
  it.each([
    [['title: Resolution 678: all'], 2, /put text that has ': ' in it in quotation marks/],
    [['size: 1', 'title: @one'], 3, /put text that begins with such a sign in quotation marks/],
    [['title: one', 'size: 1', 'title: two'], 4, /the field stands here for the second time/],
    [['size: 1', "title: 'Gorbachev's'"], 3, /wholly in quotation marks/],
    [['size: 1', 'title: *one'], 3, /put text that begins with an asterisk in quotation marks/]
  ])('that cannot be read is told once, with its line and what to do: %j', (lines, line, expected) => {
    const problems = problemsOf(lines);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line, field: 'yaml' });
    expect(problems[0]!.expected).toMatch(expected);
  });
});
