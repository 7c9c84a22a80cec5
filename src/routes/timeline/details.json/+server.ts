import { json } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { digestEvent, find, quote } from '#lib/model/digest.ts';
import type { Event } from '#lib/model/event.ts';
import type { EventDetail } from '#lib/ui/timeline/event-detail.ts';

export const prerender = true;

const digests = (ids: readonly string[]) => ids.map((id) => digestEvent(find(collection.events, id)));

const detailOf = (event: Event): EventDetail => ({
  event: {
    ...digestEvent(event),
    summary: event.summary,
    publicThen: event.publicThen,
    certainty: event.certainty
  },
  place: find(collection.places, event.place).name,
  people: event.people.map((id) => find(collection.people, id).name),
  sourceKinds: event.sources.map(({ id }) => find(collection.sources, id).kind),
  quotation:
    event.sources
      .map(({ id, passage }) => quote(find(collection.sources, id), passage))
      .find((quotation) => quotation !== null) ?? null,
  answers: digests(event.answers),
  leadsTo: digests(event.leadsTo)
});

export const GET = () => json(Object.fromEntries(collection.events.map((event) => [event.id, detailOf(event)])));
