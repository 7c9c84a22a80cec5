import { createHash } from 'node:crypto';
import type { Excerpt, Paragraph, Passage, Run } from '../model/excerpt.ts';

/** Something wrong in an excerpt, on a line of its text (from 0). */
export interface ExcerptProblem {
  readonly line: number;
  readonly found: string;
  readonly expected: string;
}

export interface ParsedExcerpt {
  readonly excerpt: Excerpt;
  readonly problems: readonly ExcerptProblem[];
  /** The ids of the terms that are marked, each with its line. */
  readonly terms: readonly { readonly id: string; readonly line: number }[];
}

/** A tag that is not closed yet; `start` is its offset into the plain text. */
interface OpenTag {
  readonly tag: string;
  readonly id: string;
  readonly start: number;
  readonly line: number;
}

/** The part of a passage that has been read. */
interface Piece extends OpenTag {
  readonly end: number;
}

const omission = '[…]';
const anyTag = /<\/?[^<>]*>|[<>]/g;
const openTag = /^<(Passage|Term) id="([a-z0-9]+(?:-[a-z0-9]+)*)">$/;

/** NFC, each run of white space one space, ends trimmed: the text of which the hash is taken. */
export const plainText = (text: string): string => text.normalize('NFC').split(/\s+/u).filter(Boolean).join(' ');

/** SHA-256, in hex, of an excerpt's plain text. */
export const hashOf = (plain: string): string => createHash('sha256').update(plain, 'utf8').digest('hex');

/**
 * Reads the body of a source: the document's words, `<Passage id="…">` around the stretches
 * that can be pointed at, `<Term id="…">` around words that the glossary explains, `[…]` for
 * omissions, an empty line between paragraphs, and nothing else. It is not Markdown: a
 * resolution's '1.' is a word of the Council's, not the mark of a list.
 *
 * Passages may nest, and one that crosses another is closed and opened again at once under
 * the same id; its pieces are joined.
 * @param speakers opening words of paragraphs that name who speaks
 */
export function parseExcerpt(body: string, speakers: readonly string[] = []): ParsedExcerpt {
  const problems: ExcerptProblem[] = [];
  const terms: { id: string; line: number }[] = [];
  const paragraphs: Paragraph[] = [];
  const pieces = new Map<string, Piece>();
  let plain = '';
  let number = 0;

  for (const { text, line } of blocks(body)) {
    const start = plain === '' ? 0 : plain.length + 1;
    const isOmission = text.trim() === omission;
    const id = isOmission ? null : `p${++number}`;
    const runs: Run[] = [];
    const open: OpenTag[] = [];
    let words = '';

    const push = (raw: string) => {
      let piece = raw.normalize('NFC').replace(/\s+/gu, (space) => (space.includes('\n') ? '\n' : ' '));
      if (words === '' || /\s$/.test(words)) piece = piece.replace(/^\s+/, '');
      if (piece === '') return;
      words += piece;
      runs.push({
        text: piece,
        passages: open.filter((tag) => tag.tag === 'Passage').map((tag) => tag.id),
        term: open.find((tag) => tag.tag === 'Term')?.id ?? null,
        isSpeaker: false
      });
    };

    const keep = (tag: OpenTag) => {
      const end = start + words.length;
      if (tag.tag === 'Term') {
        if (plainText(words.slice(tag.start - start)) === '') problems.push(noWords(tag));
        return;
      }
      const before = pieces.get(tag.id);
      if (before && tag.start - before.end > 1) {
        problems.push({
          line: tag.line,
          found: `passage '${tag.id}' twice, with other words between`,
          expected: 'each id once, or pieces that touch'
        });
      } else pieces.set(tag.id, before ? { ...before, end } : { ...tag, end });
    };

    let last = 0;
    for (const match of text.matchAll(anyTag)) {
      push(text.slice(last, match.index));
      last = match.index + match[0].length;
      const at = line + text.slice(0, match.index).split('\n').length - 1;
      const opening = openTag.exec(match[0]);
      const closing = /^<\/(Passage|Term)>$/.exec(match[0]);
      if (opening) {
        const [, tag, tagId] = opening as unknown as [string, string, string];
        if (tag === 'Term') {
          if (open.some((outer) => outer.tag === 'Term')) {
            problems.push({
              line: at,
              found: `<Term id="${tagId}"> inside another term`,
              expected: 'terms side by side'
            });
          }
          terms.push({ id: tagId, line: at });
        }
        if (tag === 'Passage' && open.some((outer) => outer.tag === 'Passage' && outer.id === tagId)) {
          problems.push({
            line: at,
            found: `passage '${tagId}' inside itself`,
            expected: 'another id, or one of the two'
          });
        }
        open.push({ tag, id: tagId, start: start + words.length, line: at });
      } else if (closing && open.at(-1)?.tag === closing[1]) {
        keep(open.pop()!);
      } else {
        // One closed before what was opened within it: told once, and both are closed.
        const outer = open.findLastIndex(({ tag }) => tag === closing?.[1]);
        if (outer >= 0) open.splice(outer, 1).forEach(keep);
        problems.push({
          line: at,
          found: JSON.stringify(match[0]),
          expected: !closing
            ? 'only <Passage id="…">, <Term id="…"> and the words of the document'
            : open.length > 0
              ? `</${open.at(-1)!.tag}>, which closes what was opened last`
              : 'no closing tag: nothing is open in this paragraph'
        });
      }
    }
    push(text.slice(last));
    while (open.length > 0) {
      const tag = open.pop()!;
      keep(tag); // So that what points at it does not look wrong as well.
      problems.push({
        line: tag.line,
        found: `<${tag.tag} id="${tag.id}"> left open`,
        expected: `</${tag.tag}> in the same paragraph`
      });
    }

    const trimmed = trimEnd(runs);
    words = words.replace(/\s+$/, '');
    plain += (plain === '' ? '' : ' ') + words.replace(/\n/g, ' ');
    paragraphs.push({
      id,
      number: isOmission ? null : number,
      start,
      end: plain.length,
      runs: markSpeaker(trimmed, speakers)
    });
  }

  const passages: Passage[] = [...pieces]
    .map(([, piece]) => trimPassage(piece, plain, paragraphs))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { id, text } of passages) if (text === '') problems.push(noWords(pieces.get(id)!));
  return { excerpt: { plain, paragraphs, passages, sha256: hashOf(plain) }, problems, terms };
}

const noWords = ({ tag, id, line }: OpenTag): ExcerptProblem => ({
  line,
  found: `<${tag} id="${id}"> with no words in it`,
  expected: 'words'
});

/** The paragraphs of a text, each with the line on which it begins (from 0). */
function blocks(body: string): { text: string; line: number }[] {
  const found: { text: string; line: number }[] = [];
  let current: string[] = [];
  let first = 0;
  const lines = body.split(/\r?\n/);
  lines.forEach((text, line) => {
    if (text.trim() === '') {
      if (current.length > 0) found.push({ text: current.join('\n'), line: first });
      current = [];
    } else {
      if (current.length === 0) first = line;
      current.push(text);
    }
  });
  if (current.length > 0) found.push({ text: current.join('\n'), line: first });
  return found;
}

function trimEnd(runs: readonly Run[]): Run[] {
  const kept = [...runs];
  while (kept.length > 0) {
    const last = kept.at(-1)!;
    const text = last.text.replace(/\s+$/, '');
    if (text !== '') {
      kept[kept.length - 1] = { ...last, text };
      break;
    }
    kept.pop();
  }
  return kept;
}

function trimPassage(piece: Piece, plain: string, paragraphs: readonly Paragraph[]): Passage {
  let { start } = piece;
  // White space at the text's end is counted while a paragraph is read, and then goes.
  let end = Math.min(piece.end, plain.length);
  while (start < end && plain[start] === ' ') start += 1;
  while (end > start && plain[end - 1] === ' ') end -= 1;
  const home = paragraphs.findLast((paragraph) => paragraph.start <= start);
  return { id: piece.id, start, end, text: plain.slice(start, end), paragraph: home?.id ?? '' };
}

/** Cuts the speaker's name off the first run, where the paragraph opens with one. */
function markSpeaker(runs: readonly Run[], speakers: readonly string[]): Run[] {
  const [first, ...rest] = runs;
  // The longest, for one name may open with another.
  const speaker = speakers
    .filter((name) => first?.text.startsWith(name))
    .reduce((longest, name) => (name.length > longest.length ? name : longest), '');
  if (!first || !speaker) return [...runs];
  const after = first.text.slice(speaker.length);
  return [{ ...first, text: speaker, isSpeaker: true }, ...(after === '' ? [] : [{ ...first, text: after }]), ...rest];
}
