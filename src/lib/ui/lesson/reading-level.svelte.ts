/** In which words a lesson is read; the browser keeps what the reader chose. */
export type ReadingLevel = 'document' | 'plain';

const place = 'two-steps:reading-level';

let chosen = $state<ReadingLevel | null>(null);
/** What a teacher opens the lesson with. */
let proposed = $state<ReadingLevel>('document');

/** The reader's choice; until there is one, the teacher's; else the document's own words. */
export const readingLevel = (): ReadingLevel => chosen ?? proposed;

/** Takes the level that was chosen on an earlier visit, once the page is as the server drew it. */
export function recallReadingLevel(): void {
  try {
    const kept = localStorage.getItem(place);
    chosen = kept === 'plain' || kept === 'document' ? kept : null;
  } catch {
    // A browser may keep nothing for this site.
  }
}

export function chooseReadingLevel(level: ReadingLevel): void {
  chosen = level;
  try {
    localStorage.setItem(place, level);
  } catch {
    // It is as chosen until the page is left.
  }
}

/** The level in which a class reads a lesson, where the student has not chosen; 'document' outside of it. */
export function proposeReadingLevel(level: ReadingLevel): void {
  proposed = level;
}
