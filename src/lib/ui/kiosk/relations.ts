import { m } from '#lib/i18n/paraglide/messages.js';
import type { Relation } from '#lib/model/drafting.ts';

/** Said in words, and by a sign of its own: a colour would not be enough. */
export const relations: Readonly<Record<Relation, { readonly sign: string; readonly name: () => string }>> = {
  alike: { sign: '=', name: m.draft_alike },
  near: { sign: '≈', name: m.draft_near },
  unlike: { sign: '≠', name: m.draft_unlike },
  silent: { sign: '?', name: m.draft_unsaid }
};
