/** The kiosk on a museum's screen, beside a plain box that moves on the same screen: what of a late frame is the machine's own. */
import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from '../../src/lib/timeline/frame-times.ts';
import { findGrip, pan, touchOf } from './hand.js';
import { ask, onStage } from './stage.js';

/** @typedef {import('playwright').Page} Page */
/** @typedef {{ p50: number, p95: number, worst: number, frames: number }} Frames ms, and how many there were */
/** @typedef {{ what: string, own: Frames, plain: Frames }} KioskRow what the kiosk did, and the plain page before it */

/** @typedef {{ all: number[], moving: number[] }} Watched times between frames, in ms; of them those in which something moved */

const screen = { width: 1920, height: 1080 };
const surface = '[data-timeline]';
const mark = '[data-timeline] [data-event]';
/**
 * A page with nothing in it but one plain box, as large as the kiosk's picture, that is moved in every frame: what the machine
 * takes to show any picture that moves.
 */
const plain = {
  surface: 'p',
  mark: 'p',
  html: `<!doctype html><title>Plain</title>
<p style="position:fixed;inset:200px 80px;margin:0;background:#345;will-change:transform">Plain</p>
<script>requestAnimationFrame(function move(now) {
  document.querySelector('p').style.transform = 'translateX(' + (60 * Math.sin(now / 300)).toFixed(2) + 'px)';
  requestAnimationFrame(move);
});</script>`
};
/** Strokes over the timeline, with what it goes on by itself between them; ms. */
const strokes = 4;
const between = 700;
/** What wakes the loop presses nothing for a moment, and a page that has just been opened is drawn; ms. */
const settling = 700;

/** What is watched, in the order of the report. */
const parts = /** @type {const} */ ([
  ['the loop, all of it', 'loop', 'all'],
  ['the loop, while its picture moves', 'loop', 'moving'],
  ['the timeline under a finger', 'pan', 'all']
]);

/**
 * @param {string} address of the kiosk's page
 * @param {{ runs: number, seconds: number }} how how often, and how long the loop is watched
 * @returns {Promise<KioskRow[]>}
 */
export async function measureKiosk(address, { runs, seconds }) {
  const own = { loop: noFrames(), pan: noFrames() };
  const box = { loop: noFrames(), pan: noFrames() };
  for (let run = 0; run < runs; run += 1) {
    // One after the other, so that both have the same machine: a busy hour is in both columns.
    await onStage({ ...plain, screen }, 1, async (page) => {
      await page.goto(`data:text/html,${encodeURIComponent(plain.html)}`);
      await wait(settling);
      add(box.loop, await watch(page, plain.mark, () => wait(seconds * 500)));
      add(box.pan, await watch(page, plain.mark, () => stroke(page, plain)));
    });
    await onStage({ surface, mark, screen }, 1, async (page) => {
      await page.goto(address);
      await page.locator('[data-phase="attract"]').waitFor();
      await page.mouse.move(20, 20);
      await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
      await page.waitForLoadState('networkidle');
      await ask(page, 'seen');
      add(own.loop, await watch(page, '.attract .moving-layer', () => wait(seconds * 1000)));

      await page.touchscreen.tap(screen.width / 2, screen.height / 3);
      await page.locator('[data-phase="active"]').waitFor();
      await wait(settling);
      await page.locator('.door').nth(1).click();
      await page.locator(`.explore ${surface}`).waitFor();
      await wait(settling);
      add(own.pan, await watch(page, '.explore .moving-layer', () => stroke(page, { surface, mark })));
    });
  }
  return parts.map(([what, part, which]) => ({
    what,
    own: summarise(own[part][which]),
    plain: summarise(box[part].all)
  }));
}

/** @returns {Watched} */
const noFrames = () => ({ all: [], moving: [] });

/**
 * @param {Watched} sum
 * @param {Watched} more
 */
function add(sum, more) {
  sum.all.push(...more.all);
  sum.moving.push(...more.moving);
}

/**
 * Strokes over a timeline, to and fro, with a finger.
 * @param {Page} page
 * @param {{ surface: string, mark: string }} what
 */
async function stroke(page, what) {
  const touch = await touchOf(page);
  for (let done = 0; done < strokes; done += 1) {
    await pan(touch, await findGrip(page, what));
    await wait(between);
  }
}

/**
 * The frames of an act.
 * @param {Page} page
 * @param {string} layer what is moved by its style; a frame in which it is another one is a frame that moves
 * @param {() => Promise<unknown>} act
 * @returns {Promise<Watched>}
 */
async function watch(page, layer, act) {
  await page.evaluate((selector) => {
    /** @type {Watched} */
    const watched = { all: [], moving: [] };
    const place = () => document.querySelector(selector)?.getAttribute('style');
    let [last, lay] = [0, place()];
    requestAnimationFrame(function look(now) {
      const lies = place();
      if (last > 0) {
        watched.all.push(now - last);
        if (lies !== lay) watched.moving.push(now - last);
      }
      [last, lay] = [now, lies];
      if (!('end' in watched)) requestAnimationFrame(look);
    });
    Object.assign(globalThis, { watched });
  }, layer);
  await act();
  return page.evaluate(() => Object.assign(/** @type {any} */ (globalThis).watched, { end: true }));
}

/**
 * @param {readonly number[]} times
 * @returns {Frames}
 */
const summarise = (times) => ({
  p50: percentile(times, 0.5),
  p95: percentile(times, 0.95),
  worst: percentile(times, 1),
  frames: times.length
});
