import { sourceKinds, type SourceKind } from '#lib/model/source.ts';
import type { Filters } from '#lib/timeline/view-address.ts';
import { kindName } from '../source/kind-name.ts';
import type { EventDetails } from './event-detail.ts';

/** What a filter's values are called; a value that nothing has is called as it is written. */
export function filterNames(details: EventDetails | null): Record<keyof Filters, (value: string) => string> {
  const all = details ? Object.values(details) : [];
  const people = Object.fromEntries(
    all.flatMap(({ personIds, people: names }) => personIds.map((id, at) => [id, names[at]]))
  );
  const places = Object.fromEntries(all.map(({ placeId, place }) => [placeId, place]));
  const isKind = (value: string): value is SourceKind => sourceKinds.some((kind) => kind === value);
  return {
    kind: (value) => (isKind(value) ? kindName(value) : value),
    person: (value) => people[value] ?? value,
    place: (value) => places[value] ?? value
  };
}
