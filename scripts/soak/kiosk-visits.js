/**
 * Visitors at machine speed: each wakes the loop, goes through the rooms by touch, and leaves or is cleared away.
 */
import { collectGarbage } from '../held.js';
import { chances } from './random-hands.js';

const rooms = ['tour', 'timeline', 'document', 'drafting', 'opinion'];

/**
 * @typedef {{ visits: number, heap: number, nodes: number, listeners: number, detached: number }} Reading heap in bytes after
 * a collection; nodes that the browser holds, those of them that are not in the page, and listeners
 */

/**
 * What the page holds after everything that can go is gone.
 * @param {import('playwright').CDPSession} session
 * @param {number} visits how many there have been
 * @returns {Promise<Reading>}
 */
export async function readHeld(session, visits) {
  await collectGarbage(session);
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const { result } = await session.send('Runtime.evaluate', {
    // A block of its own, so that it can be asked again.
    expression:
      '{ let all = 1; for (const walk = document.createTreeWalker(document); walk.nextNode(); ) all += 1; all; }',
    returnByValue: true
  });
  return {
    visits,
    heap: of('JSHeapUsedSize'),
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    detached: of('Nodes') - Number(result.value)
  };
}

/**
 * @param {import('playwright').Page} page
 * @param {{ visits: number, seed: number, at: readonly number[], ontold?: (reading: Reading) => void }} how how many
 *   visits; after which of them the page is read
 * @returns {Promise<Reading[]>}
 */
export async function visit(page, { visits, seed, at, ontold = () => {} }) {
  const chance = chances(seed);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const size = page.viewportSize() ?? { width: 1920, height: 1080 };
  /** @type {Reading[]} */
  const readings = [];

  const tap = async (/** @type {number} */ x, /** @type {number} */ y) => {
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  /** Touches what is there, in its middle; a touch anywhere where it is not. */
  const press = async (/** @type {string} */ selector, /** @type {number} */ place) => {
    const box = await page.evaluate(([name, number]) => {
      const found = [...document.querySelectorAll(/** @type {string} */ (name))];
      const target = found[Math.floor(/** @type {number} */ (number) * found.length)];
      if (!target) return null;
      const { left, top, width, height } = target.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }, /** @type {const} */ ([selector, place]));
    const inside = box && box.x > 0 && box.x < size.width && box.y > 0 && box.y < size.height;
    if (inside) await tap(box.x, box.y);
    return Boolean(inside);
  };

  const inRooms = {
    tour: '.tour .controls .key',
    timeline: '.explore .key, .area button',
    document: '.step',
    drafting: '.making .key',
    opinion: '.options .key'
  };

  for (let done = 1; done <= visits; done += 1) {
    await tap(size.width / 2, size.height / 4);
    await page.locator('[data-phase="active"]').waitFor();
    // What wakes the loop presses nothing for a moment: the next touch is a hand's.
    await page.waitForTimeout(620);
    // All rooms are entered, in an order of the visitor's own; each third visitor enters but one.
    const own = rooms.toSorted(() => chance() - 0.5).slice(0, done % 3 === 0 ? 1 : rooms.length);
    for (const room of own) {
      await press(`.door:nth-child(1)`, rooms.indexOf(room) / rooms.length);
      for (let touches = 2 + Math.floor(chance() * 3); touches > 0; touches -= 1)
        await press(inRooms[/** @type {keyof typeof inRooms} */ (room)], chance());
      await tap(Math.floor(chance() * size.width), Math.floor(chance() * size.height * 0.8));
      if (!(await press('[data-home]', 0))) break;
    }
    await press('[data-leave]', 0);
    await page.locator('[data-phase="attract"]').waitFor();
    if (at.includes(done)) {
      const reading = await readHeld(session, done);
      readings.push(reading);
      ontold(reading);
    }
  }
  await session.detach();
  return readings;
}
