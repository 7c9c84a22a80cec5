import type { EventDigest, Quotation } from '#lib/model/digest.ts';
import type { Event } from '#lib/model/event.ts';
import type { SourceKind } from '#lib/model/source.ts';

/** What the timeline knows of an event beyond its mark. */
export interface EventDetail {
  readonly event: EventDigest & Pick<Event, 'summary' | 'publicThen' | 'certainty'>;
  readonly place: string;
  /** The names of those who took part. */
  readonly people: readonly string[];
  /** What kind of document each of its sources is. */
  readonly sourceKinds: readonly SourceKind[];
  readonly quotation: Quotation | null;
  readonly answers: readonly EventDigest[];
  readonly leadsTo: readonly EventDigest[];
}

/** By the event's id. */
export type EventDetails = Readonly<Record<string, EventDetail>>;
