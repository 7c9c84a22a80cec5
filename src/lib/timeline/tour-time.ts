/** What is read at a stop. */
interface Reading {
  readonly caption: string;
  /** Words of a document; empty where there are none. */
  readonly words: string;
  /** What the tour's author asks for. */
  readonly seconds: number | null;
}

/** Nothing is read, and seen in the picture, in less. */
const least = 6;
/** For the picture, which has just moved. */
const look = 3;
/** Letters a second: about 170 words a minute, the pace of a reader of fifteen with a new subject. */
const pace = { caption: 15, words: 13 };

/** How long a stop stays, in seconds: until its words are read and the picture has been looked at. */
export function secondsAt({ caption, words, seconds }: Reading): number {
  if (seconds !== null) return Math.max(seconds, least);
  return Math.max(least, Math.ceil(look + caption.length / pace.caption + words.length / pace.words));
}
