/** In which words a lesson is read; the browser keeps the choice. */
export type ReadingLevel = 'document' | 'plain';

const place = 'two-steps:reading-level';

/** A browser may keep nothing for this site: then it is the document's own words. */
function read(): ReadingLevel {
  try {
    return localStorage.getItem(place) === 'plain' ? 'plain' : 'document';
  } catch {
    return 'document';
  }
}

let level = $state<ReadingLevel>('document');

export const readingLevel = (): ReadingLevel => level;

/** Takes the level that was chosen on an earlier visit, once the page is as the server drew it. */
export function recallReadingLevel(): void {
  level = read();
}

export function chooseReadingLevel(chosen: ReadingLevel): void {
  level = chosen;
  try {
    if (chosen === 'plain') localStorage.setItem(place, 'plain');
    else localStorage.removeItem(place);
  } catch {
    // It is as chosen until the page is left.
  }
}
