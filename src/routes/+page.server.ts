import { collection } from 'virtual:collection';
import { axisFormat } from '#lib/i18n/axis-format.ts';
import { find, quote } from '#lib/model/digest.ts';
import { layoutOverview } from '#lib/timeline/overview.ts';
import { layoutAxis } from '#lib/timeline/ticks.ts';
import { timelineData } from './timeline-data.server.ts';

const months = axisFormat({ month: 'short' });
const monthAndYear = axisFormat({ month: 'short', year: 'numeric' });

export const load = () => {
  const { entries, beams, lanes, opening } = timelineData();
  const said = find(collection.sources, 'gorbachev-perez-de-cuellar-1990-11-19');
  const adopted = find(collection.sources, 'unsc-res-678');
  const isJanuary = (time: number) => new Date(time).getUTCMonth() === 0;
  return {
    about: collection.about,
    overview: layoutOverview(
      entries,
      beams,
      lanes.map(({ id }) => id),
      opening
    ),
    ticks: layoutAxis(opening, 700, (_, time) => (isJanuary(time) ? monthAndYear(time) : months(time))).minor,
    laneNames: Object.fromEntries(lanes.map(({ id, name }) => [id, name])),
    said: [quote(said, 'most-severe-measures'), quote(said, 'definite-period')].filter(
      (quotation) => quotation !== null
    ),
    adopted: [quote(adopted, 'authorises-member-states'), quote(adopted, 'pause-of-goodwill')].filter(
      (quotation) => quotation !== null
    ),
    counts: {
      events: collection.events.length,
      sources: collection.sources.length,
      terms: collection.terms.length,
      people: collection.people.length
    },
    tour: collection.tours[0]?.id ?? null,
    essays: collection.essays.map(({ id, title, standfirst }) => ({ id, title, standfirst }))
  };
};
