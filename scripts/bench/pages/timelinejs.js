/** TimelineJS as its documentation shows it. Half a year of two is a quarter: four screens wide, opened in the middle. */
import { lanes, makeEvents, opening, ready } from './collection.js';

const { Timeline } = /** @type {any} */ (globalThis).TL;

/** @param {number} time */
const date = (time) => {
  const at = new Date(time);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes()
  };
};

const events = makeEvents();
const middle = (opening.from + opening.to) / 2;
const timeline = new Timeline(
  'timeline',
  {
    events: events.map(({ id, label, lane, start, end, extent }) => ({
      unique_id: id,
      group: `Lane ${lanes.indexOf(lane) + 1}`,
      start_date: date(extent === 'range' ? start : (start + end) / 2),
      ...(extent === 'range' ? { end_date: date(end) } : {}),
      text: { headline: label }
    }))
  },
  {
    script_path: '/packages/@knight-lab/timelinejs/dist/js/',
    font: null,
    width: document.getElementById('timeline')?.offsetWidth,
    height: 600,
    timenav_height_percentage: 70,
    scale_factor: 4,
    start_at_slide: Math.max(
      events.findIndex(({ start }) => start >= middle),
      0
    )
  }
);
timeline.on('ready', ready);
