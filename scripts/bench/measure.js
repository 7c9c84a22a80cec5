/** One contender with so many events, once: how it arrives, and how it follows a hand. */
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { summariseFrames } from '../../src/lib/timeline/frame-times.ts';
import { findGrip, pan, zoom } from './hand.js';
import { ask, onStage, TooLate, within } from './stage.js';

/** @typedef {import('./contenders.js').Contender} Contender */
/** @typedef {import('playwright').Page} Page */
/** @typedef {{ p95: number, worst: number }} Frames */

/**
 * @typedef {object} Case Infinity is what did not come within the limit, NaN what was not got to
 * @property {number} seen ms until an event is on screen
 * @property {number} ready ms until the timeline has all events and follows a hand
 * @property {number} longest ms of the longest task while it loads; 0 where none took more than 50 ms
 * @property {Frames} pan
 * @property {Frames} zoom
 * @property {number} elements of the timeline, at most
 * @property {number} script bytes of script, gzip
 */

/** Within this a page has arrived, or is given up. */
export const limit = 60_000;
/** A gesture takes less than two seconds; a page that has not come to the end of it by now is stuck. */
const gestureLimit = 15_000;

const stuck = { p95: Infinity, worst: Infinity };
const unknown = { p95: NaN, worst: NaN };

/** @returns {Case} what nothing has come of yet */
const nothingYet = () => ({
  seen: Infinity,
  ready: Infinity,
  longest: Infinity,
  pan: unknown,
  zoom: unknown,
  elements: NaN,
  script: NaN
});

/**
 * @param {Contender} contender
 * @param {string} address
 * @param {number} slowdown 1, or 4 for a processor that is four times as slow
 * @returns {Promise<Case>}
 */
export function measure(contender, address, slowdown) {
  return meet(contender, address, slowdown, async (page, found) => {
    found.pan = found.zoom = stuck;
    const grip = await within(findGrip(page, contender), gestureLimit);
    found.pan = await watch(page, found, () => pan(page.mouse, grip));
    await wait(300);
    found.zoom = await watch(page, found, () => zoom(page, contender, grip));
  });
}

/**
 * How a contender arrives, and no more.
 * @param {Contender} contender
 * @param {string} address
 * @param {number} slowdown
 * @returns {Promise<Case>} without frames
 */
export const measureArrival = (contender, address, slowdown) => meet(contender, address, slowdown, async () => {});

/**
 * @param {Contender} contender
 * @param {string} address
 * @param {number} slowdown
 * @param {(page: Page, found: Case) => Promise<void>} use what is done with it once it has arrived
 * @returns {Promise<Case>} as far as it came
 */
function meet(contender, address, slowdown, use) {
  return onStage(contender, slowdown, async (page) => {
    const found = nothingYet();
    try {
      await arrive(page, contender, address, found);
      await use(page, found);
    } catch (error) {
      if (!(error instanceof TooLate)) throw error;
    }
    return found;
  });
}

/**
 * @param {Page} page
 * @param {Contender} contender
 * @param {string} address
 * @param {Case} found is filled in as far as it comes
 */
async function arrive(page, { ready }, address, found) {
  /** @type {Promise<number>[]} */
  const scripts = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    const size = response.body().then((body) => gzipSync(body, { level: 9 }).length);
    // A page that is given up takes with it what it has not told.
    size.catch(() => {});
    scripts.push(size);
  });
  const begun = performance.now();
  const left = () => Math.max(0, limit - (performance.now() - begun));

  await within(page.goto(address, { waitUntil: 'commit', timeout: 2 * limit }), left());
  found.seen = await within(ask(page, 'seen'), left());
  // Scripts that wait for a hand are shown one.
  await within(page.mouse.move(20, 20), left());
  await within(page.waitForSelector(ready, { state: 'attached', timeout: 2 * limit }), left());
  found.ready = performance.now() - begun;
  do await wait(250);
  while ((await within(ask(page, 'quiet'), left())) < 700 && left() > 0);
  found.longest = Math.max(0, ...(await within(ask(page, 'longTasks'), left())));
  found.elements = await within(ask(page, 'elements'), left());
  found.script = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
}

/**
 * The frames of a gesture.
 * @param {Page} page
 * @param {Case} found
 * @param {() => Promise<void>} gesture
 * @returns {Promise<Frames>}
 */
async function watch(page, found, gesture) {
  const watching = (async () => {
    await ask(page, 'startFrames');
    await gesture();
    const { p95, worst } = summariseFrames(await ask(page, 'stopFrames'));
    found.elements = Math.max(found.elements, await ask(page, 'elements'));
    return { p95, worst };
  })();
  return within(watching, gestureLimit);
}
