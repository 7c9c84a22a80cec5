/** What shows only after a while: what a timeline leaves behind, and how soon a press is answered, a hundred times. */
import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from '../../src/lib/timeline/frame-times.ts';
import { collectGarbage, withoutCompiledCode } from '../held.js';
import { cycle, findGrip } from './hand.js';
import { limit } from './measure.js';
import { ask, onStage, TooLate, within } from './stage.js';

/** @typedef {import('./contenders.js').Contender} Contender */
/** @typedef {import('playwright').Page} Page */
/** @typedef {{ cycles: number, heap: number, nodes: number }} Residue heap in bytes, after garbage was collected */

/** A page that has not come through all its cycles by now is left at those that it has. */
const patience = 150_000;

/**
 * What is kept after so many rounds of panning and zooming there and back.
 * @param {Contender} contender
 * @param {string} address
 * @param {readonly number[]} after numbers of rounds
 * @returns {Promise<Residue[]>}
 */
export function measureResidue(contender, address, after) {
  return onStage({ ...contender, flags: withoutCompiledCode }, 1, async (page, devtools) => {
    const begun = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await page.mouse.move(20, 20);
    await page.waitForSelector(contender.ready, { state: 'attached', timeout: limit });
    await devtools.send('Performance.enable');
    const grip = await findGrip(page, contender);
    const residues = [];
    let done = 0;
    try {
      for (const cycles of after) {
        for (; done < cycles; done += 1) {
          await within(cycle(page, contender, grip), patience - (performance.now() - begun));
        }
        residues.push({ cycles, ...(await weigh(devtools)) });
      }
    } catch (error) {
      if (!(error instanceof TooLate)) throw error;
    }
    return residues;
  });
}

/** @param {import('playwright').CDPSession} devtools */
async function weigh(devtools) {
  await collectGarbage(devtools);
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  return { heap: usedSize, nodes: metrics.find(({ name }) => name === 'Nodes')?.value ?? NaN };
}

/**
 * Presses events of the product's own timeline, one after another.
 * @param {string} address of the timeline
 * @param {number} slowdown
 * @param {number} times
 * @returns {Promise<{ p50: number, p98: number, worst: number }>} ms from a press to the frame that shows the panel
 */
export function measurePresses(address, slowdown, times) {
  const [surface, mark] = ['[data-timeline]', '[data-timeline] [data-event]'];
  return onStage({ surface, mark }, slowdown, async (page) => {
    // The page scrolls to its panel at once: a press while it still moves would meet something else.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(address);
    await page.mouse.move(20, 20);
    await page.waitForSelector(`${surface}.ready`, { timeout: limit });
    await page.waitForLoadState('networkidle');
    for (let turn = 0; turn < times; turn += 1) {
      await wait(100);
      await page.evaluate(() => scrollTo(0, 0));
      await wait(100);
      const spot = await findPress(page, turn);
      await page.mouse.click(spot.x, spot.y);
      await page.waitForFunction((count) => /** @type {any} */ (globalThis).probe.presses().length > count, turn, {
        timeout: limit
      });
    }
    const presses = await ask(page, 'presses');
    return { p50: percentile(presses, 0.5), p98: percentile(presses, 0.98), worst: percentile(presses, 1) };
  });
}

/**
 * A spot on screen that is on an event's mark or label, and on another event with each turn.
 * @param {Page} page
 * @param {number} turn
 */
async function findPress(page, turn) {
  const spot = await page.evaluate((count) => {
    const spots = [...document.querySelectorAll('[data-timeline] [data-event]')]
      .filter((node) => node.getAttribute('aria-current') !== 'true')
      .flatMap((node) => {
        const { left, top, width, height } = node.getBoundingClientRect();
        const at = { x: left + width / 2, y: top + height / 2 };
        return document.elementFromPoint(at.x, at.y)?.closest('[data-event]') === node ? [at] : [];
      });
    return spots[(count * 7) % spots.length] ?? null;
  }, turn);
  if (!spot) throw new Error('no event of the timeline can be pressed');
  return spot;
}
