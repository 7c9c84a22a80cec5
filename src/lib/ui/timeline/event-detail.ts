import type { EventDigest, Quotation } from '#lib/model/digest.ts';
import type { Event } from '#lib/model/event.ts';

/** What the timeline knows of an event beyond its mark. */
export interface EventDetail {
  readonly event: EventDigest & Pick<Event, 'summary' | 'publicThen' | 'certainty'>;
  readonly place: string;
  readonly quotation: Quotation | null;
  readonly answers: readonly EventDigest[];
  readonly leadsTo: readonly EventDigest[];
}

/** By the event's id. */
export type EventDetails = Readonly<Record<string, EventDetail>>;
