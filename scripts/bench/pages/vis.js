/** vis-timeline as its documentation shows it: items in groups, a first view, points as dots with a label. */
import { bounds, lanes, makeEvents, opening, ready } from './collection.js';

const { DataSet, Timeline } = /** @type {any} */ (globalThis).vis;

const items = makeEvents().map(({ id, label, lane, start, end, extent }) =>
  extent === 'range'
    ? { id, content: label, group: lane, type: 'range', start, end }
    : { id, content: label, group: lane, type: 'point', start: (start + end) / 2 }
);

let isReady = false;
const timeline = new Timeline(
  document.getElementById('timeline'),
  new DataSet(items),
  new DataSet(lanes.map((id, index) => ({ id, content: `Lane ${index + 1}`, order: index }))),
  {
    start: opening.from,
    end: opening.to,
    min: bounds.from,
    max: bounds.to,
    zoomMin: 3 * 3_600_000,
    height: '600px',
    verticalScroll: true,
    // With a first view given it would stay hidden until its timer looks at its size, a second later
    // (visjs/vis-timeline#1340). This does nothing else, and spares it the wait.
    rollingMode: {},
    // With its usual 1 it does not come to an end with 10,000 events.
    ...(new URLSearchParams(location.search).has('cluster') ? { cluster: { maxItems: 3 } } : {})
  }
);
timeline.on('changed', () => {
  if (isReady) return;
  isReady = true;
  ready();
});
