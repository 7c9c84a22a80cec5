import { m } from '#lib/i18n/paraglide/messages.js';
import type { SourceKind } from '#lib/model/source.ts';

const names: Record<SourceKind, () => string> = {
  resolution: m.source_resolution,
  treaty: m.source_treaty,
  memcon: m.source_memcon,
  speech: m.source_speech,
  statement: m.source_statement,
  letter: m.source_letter,
  report: m.source_report,
  directive: m.source_directive
};

/** What a kind of source is called on screen. */
export const kindName = (kind: SourceKind): string => names[kind]();
