/**
 * The words of a document, cut where something must be drawn differently. `plain` is the
 * one text that everything else points into: hashes are taken of it, and evidence is
 * anchored in it by offset.
 */
export interface Excerpt {
  /** The words: NFC, each run of white space one space, ends trimmed. */
  readonly plain: string;
  readonly paragraphs: readonly Paragraph[];
  readonly passages: readonly Passage[];
  readonly sha256: string;
}

export interface Paragraph {
  /** Fragment of its address, `p1`, `p2` …; null for an omission, which has no number. */
  readonly id: string | null;
  readonly number: number | null;
  /** Offsets into `plain`. */
  readonly start: number;
  readonly end: number;
  readonly runs: readonly Run[];
}

/** A stretch of a paragraph that is drawn in one way. Line breaks of the document stay in it. */
export interface Run {
  readonly text: string;
  /** Ids of the passages that it belongs to, outermost first. */
  readonly passages: readonly string[];
  readonly term: string | null;
  readonly isSpeaker: boolean;
}

/** An addressable stretch of an excerpt. */
export interface Passage {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The paragraph that it begins in: `p1`, `p2` … */
  readonly paragraph: string;
}
