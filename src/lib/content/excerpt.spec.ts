import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, parseExcerpt, plainText } from './excerpt.ts';

/** The algorithm by which the record of the checked words was made, written a second time on purpose. */
function recordedHash(body: string): string {
  const words = body.normalize('NFC').split(/\s+/u).filter(Boolean).join(' ');
  return createHash('sha256').update(words, 'utf8').digest('hex');
}

const strip = (body: string): string => body.replace(/<[^>]*>/g, '');
const collapse = (text: string): string => text.split(/\s+/u).filter(Boolean).join(' ');

/** A document whose words, passages and their texts are known before it is written down. */
interface Written {
  readonly body: string;
  readonly plain: string;
  readonly passages: ReadonlyMap<string, string>;
  readonly paragraphs: number;
  readonly omissions: number;
}

const letter = fc.constantFrom('a', 'b', 'Z', 'é', 'e\u0301', 'ب', '漢', '1.', '“', '’', '–', '*', '_', '&', '𝔄', '—');
const word = fc.array(letter, { minLength: 1, maxLength: 4 });
const gap = fc.constantFrom(' ', '  ', '\n', ' \n', '\n  ', '\t', '\u00a0', '\r\n');
const paragraph = fc
  .tuple(word, fc.array(fc.tuple(gap, word), { maxLength: 6 }), fc.constantFrom('', ' '))
  .map(([first, rest, end]) => [
    ...first,
    ...rest.flatMap(([space, letters]) => [space, ...letters]),
    ...(end ? [end] : [])
  ]);
const stretch = fc.array(paragraph, { minLength: 1, maxLength: 3 });
const range = fc.tuple(fc.nat(), fc.nat());

/** Stretches of paragraphs with an omission between each two, and passages that nest and cross as they like. */
const written: fc.Arbitrary<Written> = fc
  .array(fc.tuple(stretch, fc.array(range, { maxLength: 4 })), { minLength: 1, maxLength: 3 })
  .map((stretches) => {
    const passages = new Map<string, string>();
    const bodies = stretches.map(([paragraphs, ranges], part) => {
      const tokens = paragraphs.flatMap((letters, index) => (index === 0 ? letters : ['\n\n', ...letters]));
      const marks = ranges.flatMap(([one, two], index) => {
        const [from, to] = [one % tokens.length, two % tokens.length].sort((a, b) => a - b) as [number, number];
        const text = collapse(tokens.slice(from, to + 1).join(''));
        if (text === '') return [];
        passages.set(`s${part}-${index}`, text.normalize('NFC'));
        return [{ id: `s${part}-${index}`, from, to: to + 1 }];
      });
      return writeDown(tokens, marks);
    });
    return {
      body: bodies.join('\n\n[…]\n\n'),
      plain: stretches.map(([paragraphs]) => paragraphs.map((letters) => letters.join('')).join(' ')).join(' […] '),
      passages,
      paragraphs: stretches.reduce((sum, [paragraphs]) => sum + paragraphs.length, 0),
      omissions: stretches.length - 1
    };
  });

/** Writes tags as an author must: what crosses is closed and opened again, and so at the end of a paragraph. */
function writeDown(tokens: readonly string[], marks: readonly { id: string; from: number; to: number }[]): string {
  const open: { id: string; to: number }[] = [];
  const opening = ({ id }: { id: string }) => `<Passage id="${id}">`;
  let body = '';
  for (let index = 0; index <= tokens.length; index += 1) {
    const reopen: typeof open = [];
    while (open.some(({ to }) => to === index)) {
      const last = open.pop()!;
      body += '</Passage>';
      if (last.to !== index) reopen.unshift(last);
    }
    const isBreak = tokens[index] === '\n\n';
    if (isBreak) body += open.map(() => '</Passage>').join('') + '\n\n' + open.map(opening).join('');
    const fresh = marks.filter(({ from }) => from === index).sort((a, b) => b.to - a.to);
    for (const mark of [...reopen, ...fresh]) {
      body += opening(mark);
      open.push(mark);
    }
    if (!isBreak) body += tokens[index] ?? '';
  }
  return body;
}

describe('an excerpt, whatever is marked in it', () => {
  it('has the words of its body without the tags, and the hash that the record has', () => {
    fc.assert(
      fc.property(written, ({ body, plain }) => {
        const { excerpt, problems } = parseExcerpt(body);
        expect(problems).toEqual([]);
        expect(excerpt.plain).toBe(plainText(strip(body)));
        expect(excerpt.plain).toBe(plainText(plain));
        expect(excerpt.sha256).toBe(recordedHash(strip(body)));
      })
    );
  });

  it('has passages whose offsets cut their words out of the plain text', () => {
    fc.assert(
      fc.property(written, ({ body, passages }) => {
        const { excerpt } = parseExcerpt(body);
        expect(new Map(excerpt.passages.map(({ id, text }) => [id, text]))).toEqual(passages);
        for (const { start, end, text, paragraph: at } of excerpt.passages) {
          expect(excerpt.plain.slice(start, end)).toBe(text);
          expect(end).toBeLessThanOrEqual(excerpt.plain.length);
          const home = excerpt.paragraphs.find(({ id }) => id === at)!;
          expect(start).toBeGreaterThanOrEqual(home.start);
          expect(start).toBeLessThanOrEqual(home.end);
        }
      })
    );
  });

  it('has runs that make up each paragraph, and each passage', () => {
    fc.assert(
      fc.property(written, ({ body, passages }) => {
        const { excerpt } = parseExcerpt(body);
        for (const { start, end, runs } of excerpt.paragraphs) {
          const words = runs.map(({ text }) => text).join('');
          expect(words.replaceAll('\n', ' ')).toBe(excerpt.plain.slice(start, end));
        }
        for (const [id, text] of passages) {
          const words = excerpt.paragraphs.map(({ runs }) =>
            runs
              .filter((run) => run.passages.includes(id))
              .map((run) => run.text)
              .join('')
          );
          expect(collapse(words.join(' '))).toBe(text);
        }
      })
    );
  });

  it('numbers its paragraphs and not its omissions', () => {
    fc.assert(
      fc.property(written, ({ body, paragraphs, omissions }) => {
        const all = parseExcerpt(body).excerpt.paragraphs;
        const numbered = all.filter(({ id }) => id !== null);
        expect(numbered.map(({ id, number }) => [id, number])).toEqual(
          Array.from({ length: paragraphs }, (_, index) => [`p${index + 1}`, index + 1])
        );
        expect(all.filter(({ number }) => number === null)).toHaveLength(omissions);
      })
    );
  });

  it('keeps its hash when line breaks and blanks change, and loses it with any letter', () => {
    fc.assert(
      fc.property(written, letter, fc.nat(), ({ plain }, added, at) => {
        const { sha256 } = parseExcerpt(plain).excerpt;
        expect(parseExcerpt(`\n\n  ${plain.replaceAll(' ', '\n')}\n`).excerpt.sha256).toBe(sha256);
        const place = at % (plain.length + 1);
        const changed = plain.slice(0, place) + added + plain.slice(place);
        expect(parseExcerpt(changed).excerpt.sha256).not.toBe(sha256);
      })
    );
  });
});

describe('white space and signs', () => {
  it('keeps a line break of the document in the run and makes it a space in the plain text', () => {
    const { excerpt } = parseExcerpt('one  two\n   three\t four\n');
    expect(excerpt.paragraphs[0]!.runs.map(({ text }) => text)).toEqual(['one two\nthree four']);
    expect(excerpt.plain).toBe('one two three four');
  });

  it('does not count a blank twice that stands on both sides of a tag', () => {
    const { excerpt } = parseExcerpt('one <Passage id="a"> two </Passage> three');
    expect(excerpt.plain).toBe('one two three');
    expect(excerpt.passages).toEqual([{ id: 'a', start: 4, end: 7, text: 'two', paragraph: 'p1' }]);
  });

  it('ends a passage with the last word when a blank before its tag is the last sign of the text', () => {
    expect(parseExcerpt('<Passage id="a">one </Passage>').excerpt.passages[0]).toMatchObject({ start: 0, end: 3 });
  });

  it('writes decomposed letters as one', () => {
    const { excerpt } = parseExcerpt('Pe\u0301rez');
    expect(excerpt.plain).toBe('Pérez'.normalize('NFC'));
    expect(excerpt.sha256).toBe(recordedHash('Pe\u0301rez'));
  });

  it('is not Markdown', () => {
    const body = '1. Decides that\n\n* a [link](x) & _so_ on # 2';
    expect(parseExcerpt(body).excerpt.plain).toBe('1. Decides that * a [link](x) & _so_ on # 2');
  });

  it('has a known hash', () => {
    expect(hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('takes omissions only where they stand alone', () => {
    const { excerpt } = parseExcerpt('[…]\n\none […] two\n\n […] ');
    expect(excerpt.paragraphs.map(({ id }) => id)).toEqual([null, 'p1', null]);
    expect(excerpt.plain).toBe('[…] one […] two […]');
  });

  it('may be empty', () => {
    expect(parseExcerpt('\n\n').excerpt).toMatchObject({ plain: '', paragraphs: [], passages: [] });
  });
});

describe('passages and terms', () => {
  it('names the passages of a run from the outermost in, and its term', () => {
    const { excerpt, terms } = parseExcerpt(
      'a\n<Passage id="out">b <Passage id="in"><Term id="veto">c</Term></Passage></Passage>'
    );
    expect(excerpt.paragraphs[0]!.runs).toEqual([
      { text: 'a\n', passages: [], term: null, isSpeaker: false },
      { text: 'b ', passages: ['out'], term: null, isSpeaker: false },
      { text: 'c', passages: ['out', 'in'], term: 'veto', isSpeaker: false }
    ]);
    expect(terms).toEqual([{ id: 'veto', line: 1 }]);
  });

  it('orders passages by where they begin, the longer first', () => {
    const body = '<Passage id="b"><Passage id="c">one</Passage> two</Passage> <Passage id="a">three</Passage>';
    expect(parseExcerpt(body).excerpt.passages.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });

  it('tells the line of each mistake', () => {
    const { problems } = parseExcerpt('one\n<Passage id="a">two\n<i>three</i>\n\n</Term>');
    expect(problems.map(({ line, found }) => [line, found])).toEqual([
      [2, '"<i>"'],
      [2, '"</i>"'],
      [1, '<Passage id="a"> left open'],
      [4, '"</Term>"']
    ]);
  });

  it.each([
    ["<Passage id='a'>one</Passage>", '"<Passage id=\'a\'>"'],
    ['<Passage id="A b">one</Passage>', '"<Passage id=\\"A b\\">"'],
    ['<Term id="a">one <Term id="b">two</Term></Term>', '<Term id="b"> inside another term'],
    ['<Term id="a"> </Term>one', '<Term id="a"> with no words in it'],
    ['a < b', '"<"'],
    ['<!-- later -->one', '"<!-- later -->"']
  ])('refuses %s', (body, found) => {
    expect(parseExcerpt(body).problems[0]!.found).toBe(found);
  });
});

describe('speakers', () => {
  it('cuts the name off the first run, within a passage too', () => {
    const { excerpt } = parseExcerpt('<Passage id="a">M.S. GORBACHEV. You</Passage> and I', ['M.S. GORBACHEV.']);
    expect(excerpt.paragraphs[0]!.runs).toEqual([
      { text: 'M.S. GORBACHEV.', passages: ['a'], term: null, isSpeaker: true },
      { text: ' You', passages: ['a'], term: null, isSpeaker: false },
      { text: ' and I', passages: [], term: null, isSpeaker: false }
    ]);
    expect(excerpt.plain).toBe('M.S. GORBACHEV. You and I');
  });

  it('takes the longest of the names that fit', () => {
    const names = ['The President', 'The President of Iraq.'];
    const { excerpt } = parseExcerpt('The President of Iraq. No.\n\nThe President. Yes.', names);
    expect(excerpt.paragraphs.map(({ runs }) => runs[0]!.text)).toEqual(['The President of Iraq.', 'The President']);
  });

  it('leaves a name alone that stands later in a paragraph', () => {
    const { excerpt } = parseExcerpt('Then BAKER. spoke', ['BAKER.']);
    expect(excerpt.paragraphs[0]!.runs.map(({ isSpeaker }) => isSpeaker)).toEqual([false]);
  });
});
