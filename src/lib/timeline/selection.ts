import { isKnown, type Disclosure, type Known } from '../model/known.ts';
import type { Filters } from './view-address.ts';

/** What is asked of an event before it is shown. */
export interface Facts {
  readonly known: Disclosure;
  readonly sourceKinds: readonly string[];
  readonly personIds: readonly string[];
  readonly placeId: string;
}

export const isUnknown = ({ known: own }: Facts, known: Known | null): boolean =>
  known !== null && !isKnown(own, known);

/** Whether an event has all that is looked for. */
export const fits = ({ sourceKinds, personIds, placeId }: Facts, { kind, person, place }: Filters): boolean =>
  (kind === null || sourceKinds.includes(kind)) &&
  (person === null || personIds.includes(person)) &&
  (place === null || placeId === place);

/**
 * What one filter can be set to while the others stand: each value with how many events it leaves, most first.
 */
export function choicesOf(all: readonly Facts[], filters: Filters, filter: keyof Filters): Map<string, number> {
  const counts = new Map<string, number>();
  for (const facts of all) {
    if (!fits(facts, { ...filters, [filter]: null })) continue;
    const values = { kind: facts.sourceKinds, person: facts.personIds, place: [facts.placeId] }[filter];
    for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return new Map([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}
