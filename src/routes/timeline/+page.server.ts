import { collection } from 'virtual:collection';
import { digestEvent, find, quote } from '#lib/model/digest.ts';
import { timelineData } from '../timeline-data.server.ts';

export const load = () => ({
  ...timelineData(),
  axisName: collection.axis.name,
  details: Object.fromEntries(
    collection.events.map((event) => [
      event.id,
      {
        event: {
          ...digestEvent(event),
          summary: event.summary,
          publicThen: event.publicThen,
          certainty: event.certainty
        },
        place: find(collection.places, event.place).name,
        answers: event.answers,
        leadsTo: event.leadsTo,
        quotation:
          event.sources
            .map(({ id, passage }) => quote(find(collection.sources, id), passage))
            .find((quotation) => quotation !== null) ?? null
      }
    ])
  )
});
