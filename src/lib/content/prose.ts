/** What a text of our own points at: one tag of the few that prose may hold. */
export interface ProseTag {
  readonly name: ProseTagName;
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands between the tags; empty for one that closes itself. */
  readonly inner: string;
  /** Line of the body, from 0. */
  readonly line: number;
}

export interface ProseProblem {
  readonly line: number;
  readonly found: string;
  readonly expected: string;
}

/** The components of prose, with the attributes that each must and may have. */
export const proseTags = {
  /** A passage, set apart, with its credit. */
  Quote: { must: ['source', 'passage'], may: [] },
  /** A few words within a sentence, verbatim from a source, or from a reference in an essay. */
  Words: { must: [], may: ['source', 'reference'] },
  /** The number of a reference, which leads to it. */
  Ref: { must: ['id'], may: [] },
  /** A heading that can be linked to. */
  Section: { must: ['id'], may: [] },
  Event: { must: ['id'], may: [] },
  Source: { must: ['id'], may: ['passage'] },
  Person: { must: ['id'], may: [] },
  Term: { must: ['id'], may: [] }
} as const;
export type ProseTagName = keyof typeof proseTags;

const selfClosing: readonly ProseTagName[] = ['Quote', 'Ref'];
/** Tags that stand apart from the paragraphs around them. */
const blocks: readonly ProseTagName[] = ['Quote', 'Section'];
const component = /<([A-Z][A-Za-z]*)((?:\s+[a-z]+="[^"]*")*)\s*(\/?)>/g;
const attribute = /([a-z]+)="([^"]*)"/g;
const known = Object.keys(proseTags).join(', ');

/**
 * Reads the tags of a body that mdsvex will draw, and what is wrong with them.
 * Quotation marks belong to the record alone: words within them must be in `<Words>`,
 * which brings its own, so that no quotation stands unchecked.
 */
export function readProse(body: string): { tags: ProseTag[]; problems: ProseProblem[] } {
  const tags: ProseTag[] = [];
  const problems: ProseProblem[] = [];
  const lineAt = (index: number) => body.slice(0, index).split('\n').length - 1;

  let bare = body;
  const blankClosing = (name: string) => {
    bare = bare.replaceAll(`</${name}>`, (tag) => ' '.repeat(tag.length));
  };
  const quoted: { from: number; to: number }[] = [];
  for (const match of body.matchAll(component)) {
    const [whole, name, attributeText, slash] = match as unknown as [string, string, string, string];
    const line = lineAt(match.index);
    bare = blank(bare, match.index, whole.length);
    if (!(name in proseTags)) {
      problems.push({ line, found: `<${name}>`, expected: `one of ${known}` });
      blankClosing(name);
      continue;
    }
    const tagName = name as ProseTagName;
    const attributes = Object.fromEntries([...attributeText.matchAll(attribute)].map((pair) => [pair[1]!, pair[2]!]));
    const { must, may } = proseTags[tagName];
    for (const key of must) {
      if (!(key in attributes)) problems.push({ line, found: whole, expected: `the attribute ${key}` });
    }
    for (const key of Object.keys(attributes)) {
      if (!([...must, ...may] as string[]).includes(key))
        problems.push({ line, found: `${key} on <${name}>`, expected: `only ${[...must, ...may].join(', ')}` });
    }
    if (selfClosing.includes(tagName) !== (slash === '/')) {
      problems.push({
        line,
        found: whole,
        expected: selfClosing.includes(tagName) ? `<${name} … />` : `<${name} …>words</${name}>`
      });
      blankClosing(name);
      continue;
    }
    // mdsvex takes a line that opens with a tag for a block: the words after it would be no paragraph.
    if (!blocks.includes(tagName) && /(^|\n[ \t]*\n)\s*$/.test(body.slice(0, match.index))) {
      problems.push({ line, found: whole, expected: 'a paragraph that begins with a word, not with a tag' });
    }
    const from = match.index + whole.length;
    const close = slash === '/' ? from : body.indexOf(`</${name}>`, from);
    if (close < 0) problems.push({ line, found: whole, expected: `</${name}>` });
    const inner = body.slice(from, Math.max(from, close));
    if (slash !== '/' && close >= 0) {
      bare = blank(bare, close, `</${name}>`.length);
      // Verbatim words may hold quotation marks of their own.
      if (tagName === 'Words') quoted.push({ from, to: close });
    }
    tags.push({ name: tagName, attributes, inner, line });
  }
  /** Each sign once a line: the two marks of a quotation are one mistake. */
  const forbid = (signs: RegExp, expected: string, isAllowed: (index: number) => boolean = () => false) => {
    const told = new Set<number>();
    for (const { index } of bare.matchAll(signs)) {
      const line = lineAt(index);
      if (told.has(line) || isAllowed(index)) continue;
      told.add(line);
      problems.push({ line, found: around(body, index), expected });
    }
  };
  forbid(/[“”„«»"]/g, '<Words source="…"> around quoted words, and no quotation marks', (index) =>
    quoted.some(({ from, to }) => index >= from && index < to)
  );
  forbid(/[{}]/g, 'no braces in prose');
  // A tag in another form would be drawn unchecked, or stop the build without a line.
  forbid(/</g, `no < but that of ${known}, written as in <Words source="…">`);
  return { tags, problems };
}

/** A few words of the same line on either side of a sign, cut at their spaces. */
function around(body: string, index: number): string {
  const [before] = body.slice(0, index).split('\n').slice(-1) as [string];
  const [after] = body.slice(index).split('\n') as [string];
  const words = before.split(/\s+/).slice(-3).join(' ') + after.split(/\s+/).slice(0, 4).join(' ');
  return JSON.stringify(words);
}

const blank = (text: string, index: number, length: number): string =>
  text.slice(0, index) + ' '.repeat(length) + text.slice(index + length);
