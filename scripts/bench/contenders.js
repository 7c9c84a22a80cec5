/**
 * Who is measured, and how a hand gets at each: what its marks are, and how it zooms.
 *
 * @typedef {object} Contender
 * @property {string} id
 * @property {string} name
 * @property {'product' | 'peers'} server
 * @property {(query: string) => string} path of the page that shows the events that the query asks for
 * @property {string} surface all of the timeline
 * @property {string} mark an event in it
 * @property {string} ready is there once the timeline has all events and follows a hand
 * @property {{ turn: number, key?: 'Control' } | { nearer: string, farther: string }} zoom
 *   by the wheel: px of a turn, chosen so that all show about a twelfth less a turn, and the key that must be held;
 *   or by buttons, where there is no wheel
 */

/** @type {readonly Contender[]} */
export const contenders = [
  {
    id: 'ours',
    name: 'Two Steps',
    server: 'product',
    path: (query) => `/bench/timeline?${query}`,
    surface: '[data-timeline]',
    mark: '[data-timeline] [data-event]',
    ready: '[data-collection="ready"]',
    zoom: { turn: 6, key: 'Control' }
  },
  {
    id: 'vis',
    name: 'vis-timeline',
    server: 'peers',
    path: (query) => `/vis?${query}`,
    surface: '.vis-timeline',
    mark: '.vis-item',
    ready: 'html[data-ready]',
    zoom: { turn: 45 }
  },
  {
    id: 'vis-clustered',
    name: 'vis-timeline, clustered',
    server: 'peers',
    path: (query) => `/vis?${query}&cluster`,
    surface: '.vis-timeline',
    mark: '.vis-item',
    ready: 'html[data-ready]',
    zoom: { turn: 45 }
  },
  {
    id: 'timelinejs',
    name: 'TimelineJS',
    server: 'peers',
    path: (query) => `/timelinejs?${query}`,
    surface: '.tl-timenav',
    mark: '.tl-timemarker',
    ready: 'html[data-ready]',
    zoom: { nearer: '.tl-icon-zoom-in', farther: '.tl-icon-zoom-out' }
  },
  {
    id: 'naive',
    name: 'naive D3',
    server: 'peers',
    path: (query) => `/naive?${query}`,
    surface: '#timeline svg',
    mark: 'g.event',
    ready: 'html[data-ready]',
    zoom: { turn: 60 }
  }
];
