import type { Excerpt } from '../model/excerpt.ts';

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** An initial, a number with its point, a title: what ends so does not end a sentence. */
const goesOn = /(^|[\s(])(\p{Lu}|\d+|Mr|Mrs|Ms|Dr|No|art|St|Aug|Sept|Oct|Nov|Dec|Jan|Feb)\.\s*$/u;

/**
 * The sentences of an excerpt, in offsets of its plain text. None crosses from a paragraph into the next, and
 * together they hold all the words. Made when the site is built: browsers cut sentences in different ways.
 * @param language BCP 47
 */
export function sentencesOf({ plain, paragraphs }: Excerpt, language: string): Stretch[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return paragraphs
    .filter(({ id }) => id !== null)
    .flatMap((paragraph) => {
      const sentences: Stretch[] = [];
      let start = paragraph.start;
      for (const { index, segment } of segmenter.segment(plain.slice(paragraph.start, paragraph.end))) {
        const end = paragraph.start + index + segment.length;
        const isLast = end >= paragraph.end;
        if (!isLast && goesOn.test(plain.slice(start, end))) continue;
        sentences.push(trim(plain, start, end));
        start = end;
      }
      return sentences.filter((sentence) => sentence.end > sentence.start);
    });
}

function trim(plain: string, start: number, end: number): Stretch {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(plain[from]!)) from += 1;
  while (to > from && /\s/.test(plain[to - 1]!)) to -= 1;
  return { start: from, end: to };
}
