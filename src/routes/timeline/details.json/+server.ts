import { json } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { digestEvent, find, quote } from '#lib/model/digest.ts';
import type { Event } from '#lib/model/event.ts';
import { discloseEvent, discloseSource } from '#lib/model/known.ts';
import { toTimelineEvent } from '#lib/timeline/timeline-event.ts';
import type { EventDetail } from '#lib/ui/timeline/event-detail.ts';

export const prerender = true;

const { offset } = collection.axis;

const digests = (ids: readonly string[]) => ids.map((id) => digestEvent(find(collection.events, id)));

function detailOf(event: Event): EventDetail {
  const sources = event.sources.map(({ id, passage }) => ({ source: find(collection.sources, id), passage }));
  const quoted = sources.find(({ source, passage }) => quote(source, passage) !== null);
  return {
    event: {
      ...digestEvent(event),
      summary: event.summary,
      publicThen: event.publicThen,
      certainty: event.certainty
    },
    place: find(collection.places, event.place).name,
    placeId: event.place,
    people: event.people.map((id) => find(collection.people, id).name),
    personIds: event.people,
    sourceKinds: sources.map(({ source }) => source.kind),
    known: discloseEvent({ ...toTimelineEvent(event, offset), publicThen: event.publicThen }),
    quotation: quoted ? quote(quoted.source, quoted.passage) : null,
    quotationKnown: quoted ? discloseSource(quoted.source, offset) : null,
    answers: digests(event.answers),
    leadsTo: digests(event.leadsTo)
  };
}

export const GET = () => json(Object.fromEntries(collection.events.map((event) => [event.id, detailOf(event)])));
