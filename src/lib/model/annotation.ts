/**
 * Words of a source that somebody points at, as the W3C's Web Annotation Data Model has it
 * (https://www.w3.org/TR/annotation-model/#selectors): the quote says what was meant, the position where it stood.
 * Offsets count UTF-16 code units of the excerpt's plain text.
 */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

export interface Target {
  /** Id of the source. */
  readonly source: string;
  readonly selector: readonly [TextQuoteSelector, TextPositionSelector];
}
