import { collection } from 'virtual:collection';
import { digestSource } from '#lib/model/digest.ts';

/** The sources by the month that they begin in, in order of time. */
export const load = () => {
  const months = Map.groupBy(collection.sources, ({ date }) => new Date(date.start).toISOString().slice(0, 7));
  return {
    months: [...months].map(([month, sources]) => ({
      month,
      start: Date.parse(`${month}-01T00:00Z`),
      sources: sources.map((source) => ({ ...digestSource(source), place: source.place }))
    })),
    total: collection.sources.length,
    quoted: collection.sources.filter(({ excerpt }) => excerpt !== null).length
  };
};
