import type { EventDigest, Quotation } from '#lib/model/digest.ts';
import type { Event } from '#lib/model/event.ts';
import type { Disclosure } from '#lib/model/known.ts';
import type { SourceKind } from '#lib/model/source.ts';
import type { Facts } from '#lib/timeline/selection.ts';

/** What the timeline knows of an event beyond its mark. */
export interface EventDetail extends Facts {
  /** What kind of document each of its sources is. */
  readonly sourceKinds: readonly SourceKind[];
  readonly event: EventDigest & Pick<Event, 'summary' | 'publicThen' | 'certainty'>;
  readonly place: string;
  /** The names of those who took part. */
  readonly people: readonly string[];
  readonly quotation: Quotation | null;
  /** Since when the public could read what is quoted. */
  readonly quotationKnown: Disclosure | null;
  readonly answers: readonly EventDigest[];
  readonly leadsTo: readonly EventDigest[];
}

/** By the event's id. */
export type EventDetails = Readonly<Record<string, EventDetail>>;
