import { describe, expect, it } from 'vitest';
import { formatProblems, showValue, type Problem } from './problem.ts';

const problem = (file: string, line: number, field: string): Problem => ({
  file,
  line,
  field,
  found: '"x"',
  expected: 'y'
});

describe('problems', () => {
  it('are one a line, with file, line, field, what was found and what was expected', () => {
    expect(formatProblems([problem('content/events/a.svx', 7, 'sources.2')])).toBe(
      'content/events/a.svx:7  sources.2: found "x", expected y'
    );
    expect(formatProblems([])).toBe('');
  });

  it('come in order of file, line as a number, and field', () => {
    const problems = [problem('b', 1, 'a'), problem('a', 10, 'a'), problem('a', 9, 'b'), problem('a', 9, 'a')];
    const before = [...problems];
    expect(formatProblems(problems).replace(/:.*?: .*/g, (line) => line.slice(0, 6))).toBe(
      'a:9  a:\na:9  b:\na:10  a\nb:1  a:'
    );
    expect(problems).toEqual(before);
  });
});

describe('a value as it was found', () => {
  it.each([
    [undefined, 'nothing'],
    [null, 'nothing'],
    ['', '""'],
    ['Élysée', '"Élysée"'],
    ['two\n  lines', '"two lines"'],
    ['a "quoted" word', '"a \\"quoted\\" word"'],
    [4, '4'],
    [false, 'false'],
    [['un', 'europe'], '["un","europe"]'],
    [{ a: 1 }, '{"a":1}']
  ])('%j', (value, shown) => {
    expect(showValue(value)).toBe(shown);
  });

  it('is cut in the middle when it is long, and its length told', () => {
    const shown = showValue('x'.repeat(200));
    expect(shown).toMatch(/^"x{59}…x{19}" \(202 characters\)$/);
    expect(showValue(Array.from({ length: 60 }, () => 'x'))).toBe('a list of 60');
  });
});
