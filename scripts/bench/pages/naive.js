/** What one writes first: every event a group of SVG with its mark and its label, moved by d3-zoom at every step. */
import { scaleUtc } from 'd3-scale';
import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import { bounds, lanes, makeEvents, opening, ready } from './collection.js';

const node = /** @type {HTMLElement} */ (document.getElementById('timeline'));
const width = node.clientWidth;
const height = 600;
const laneHeight = height / lanes.length;
const rows = Math.floor(laneHeight / 20);

const whole = scaleUtc([bounds.from, bounds.to], [0, width]);
const svg = select(node).append('svg').attr('width', width).attr('height', height);

const events = makeEvents();
const groups = svg
  .selectAll('g')
  .data(events)
  .join('g')
  .attr('class', 'event')
  .each(function ({ label, extent }) {
    const group = select(this);
    if (extent === 'range') group.append('rect').attr('height', 14).attr('y', -7);
    else group.append('circle').attr('r', 5);
    group.append('text').attr('x', 9).attr('dy', '0.35em').text(label);
  });
const bars = groups.select('rect');

/** @param {typeof whole} scale */
function draw(scale) {
  groups.attr('transform', ({ lane, start, end, extent }, index) => {
    const y = lanes.indexOf(lane) * laneHeight + ((index % rows) + 0.5) * 20;
    return `translate(${scale(extent === 'range' ? start : (start + end) / 2)}, ${y})`;
  });
  bars.attr('width', ({ start, end }) => scale(end) - scale(start));
}

const behaviour = /** @type {import('d3-zoom').ZoomBehavior<SVGSVGElement, unknown>} */ (zoom())
  .scaleExtent([1, (bounds.to - bounds.from) / (3 * 3_600_000)])
  .translateExtent([
    [0, 0],
    [width, height]
  ])
  .extent([
    [0, 0],
    [width, height]
  ])
  .on('zoom', ({ transform }) => draw(transform.rescaleX(whole)));
const k = (bounds.to - bounds.from) / (opening.to - opening.from);
svg.call(behaviour).call(behaviour.transform, zoomIdentity.scale(k).translate(-whole(opening.from), 0));
ready();
