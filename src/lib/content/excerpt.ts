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
  const pieces = new Map<string, { start: number; end: number; paragraph: string; line: number }>();
  let plain = '';
  let number = 0;

  for (const { text, line } of blocks(body)) {
    const start = plain === '' ? 0 : plain.length + 1;
    const isOmission = text.trim() === omission;
    const id = isOmission ? null : `p${++number}`;
    const runs: Run[] = [];
    const open: { tag: string; id: string; start: number; line: number }[] = [];
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
        open.push({ tag: tag!, id: tagId!, start: start + words.length, line: at });
      } else if (closing && open.at(-1)?.tag === closing[1]) {
        const { tag, id: tagId, start: from } = open.pop()!;
        if (tag === 'Passage') {
          const end = start + words.length;
          const before = pieces.get(tagId);
          if (before && from - before.end > 1) {
            problems.push({
              line: at,
              found: `passage '${tagId}' twice, with other words between`,
              expected: 'each id once, or pieces that touch'
            });
          } else if (before) pieces.set(tagId, { ...before, end });
          else pieces.set(tagId, { start: from, end, paragraph: id ?? '', line: at });
        }
      } else {
        problems.push({
          line: at,
          found: JSON.stringify(match[0]),
          expected: closing
            ? `</${open.at(-1)?.tag ?? 'nothing to close'}>`
            : '<Passage id="…"> or <Term id="…">, and the words of the document'
        });
      }
    }
    push(text.slice(last));
    for (const tag of open) {
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
    .map(([id, piece]) => trimPassage(id, piece, plain))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return { excerpt: { plain, paragraphs, passages, sha256: hashOf(plain) }, problems, terms };
}

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

function trimPassage(id: string, piece: { start: number; end: number; paragraph: string }, plain: string): Passage {
  let { start, end } = piece;
  while (start < end && plain[start] === ' ') start += 1;
  while (end > start && plain[end - 1] === ' ') end -= 1;
  return { id, start, end, text: plain.slice(start, end), paragraph: piece.paragraph };
}

/** Cuts the speaker's name off the first run, where the paragraph opens with one. */
function markSpeaker(runs: readonly Run[], speakers: readonly string[]): Run[] {
  const [first, ...rest] = runs;
  const speaker = first && speakers.find((name) => first.text.startsWith(name));
  if (!first || !speaker) return [...runs];
  const after = first.text.slice(speaker.length);
  return [{ ...first, text: speaker, isSpeaker: true }, ...(after === '' ? [] : [{ ...first, text: after }]), ...rest];
}
