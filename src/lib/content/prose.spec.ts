import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proseTags, readProse } from './prose.ts';

/** The body follows a line of words, so that it need not open a paragraph. */
const mistakes = (body: string) => readProse(`So\n${body}`).problems.map(({ line, found }) => [line - 1, found]);

describe('the tags of prose', () => {
  it('are read with their attributes, their words and their lines', () => {
    const { tags, problems } = readProse(
      'The <Event id="cfe">treaty</Event>\nof <Words source="a-b">two\nsteps</Words><Ref id="one" />\n\n<Quote\n  source="a-b"\n  passage="c" />'
    );
    expect(problems).toEqual([]);
    expect(tags).toEqual([
      { name: 'Event', attributes: { id: 'cfe' }, inner: 'treaty', line: 0 },
      { name: 'Words', attributes: { source: 'a-b' }, inner: 'two\nsteps', line: 1 },
      { name: 'Ref', attributes: { id: 'one' }, inner: '', line: 2 },
      { name: 'Quote', attributes: { source: 'a-b', passage: 'c' }, inner: '', line: 4 }
    ]);
  });

  it('may stand within one another', () => {
    const { tags, problems } = readProse(
      'It uses <Words source="a">all <Term id="means">necessary</Term> means</Words>'
    );
    expect(problems).toEqual([]);
    expect(tags.map(({ inner }) => inner)).toEqual(['all <Term id="means">necessary</Term> means', 'necessary']);
  });

  it.each([
    ['<Leader id="x">Gorbachev</Leader>', [[0, '<Leader>']]],
    ['<Quote source="x" />', [[0, '<Quote source="x" />']]],
    ['<Event>one</Event>', [[0, '<Event>']]],
    ['<Event id="x" class="y">one</Event>', [[0, 'class on <Event>']]],
    ['<Event id="x" />', [[0, '<Event id="x" />']]],
    ['<Ref id="x">one</Ref>', [[0, '<Ref id="x">']]],
    ['a\n<Event id="x">one', [[1, '<Event id="x">']]],
    ['one</Event> two', [[0, '"one</Event> two"']]]
  ])('are told when wrong, once: %s', (body, expected) => {
    expect(mistakes(body)).toEqual(expected);
  });

  it.each(["<Words source='a'>one</Words>", '<Words source={a}>one</Words>', '<script>one</script>', '<b>one</b>'])(
    'are refused in any other form: %s',
    (body) => {
      expect(readProse(body).problems.at(-1)!.expected).toMatch(/^no < but that of Quote, Words, Ref/);
    }
  );

  it('may have the known names and no others', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z][A-Za-z]{1,8}$/), (name) => {
        const isRefused = readProse(`<${name}>one</${name}>`).problems.some(({ expected }) => /^one of/.test(expected));
        expect(isRefused).toBe(!Object.hasOwn(proseTags, name));
      }),
      { examples: Object.keys(proseTags).map((name) => [name] as [string]) }
    );
  });
});

describe('quotation marks and braces', () => {
  it('are refused, each once a line', () => {
    expect(mistakes('a “pause” of “goodwill”\nof "ours"\nand {theirs}')).toEqual([
      [0, '"a “pause” of “goodwill”"'],
      [1, '"of \\"ours\\""'],
      [2, '"and {theirs}"']
    ]);
  });

  it('may stand within the words of a source, and nowhere else', () => {
    expect(mistakes('<Words source="a">“two-stepped,”</Words>')).toEqual([]);
    expect(mistakes('<Event id="a">“two-stepped,”</Event>')).toHaveLength(1);
    expect(mistakes('<Words source="a">{two}</Words>')).toHaveLength(1);
  });

  it('are not apostrophes, and > is not a tag', () => {
    expect(mistakes("Gorbachev's two steps\n> and the Council’s -> one")).toEqual([]);
  });
});
