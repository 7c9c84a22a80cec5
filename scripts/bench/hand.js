/** A hand: real input, by way of the browser's own input, as a mouse would give it. */
import { setTimeout as wait } from 'node:timers/promises';

/** @typedef {import('playwright').Page} Page */
/** @typedef {import('./contenders.js').Contender} Contender */
/** @typedef {{ x: number, y: number }} Spot */
/** @typedef {{ move: (x: number, y: number) => Promise<void>, down: () => Promise<void>, up: () => Promise<void> }} Pointer */

/** ms of each gesture. A page that cannot follow is not waited for much longer. */
const gesture = 1800;
const frame = 1000 / 60;

/**
 * Brings a timeline to the top of the window, and finds a place on it where a press meets no event: near its middle,
 * or its very middle where events are everywhere.
 * @param {Page} page
 * @param {Pick<Contender, 'surface' | 'mark'>} contender
 * @returns {Promise<Spot>}
 */
export const findGrip = (page, { surface, mark }) =>
  page.evaluate(([outer, events]) => {
    const node = /** @type {Element} */ (document.querySelector(outer));
    node.scrollIntoView({ behavior: 'instant' });
    const box = node.getBoundingClientRect();
    const bottom = Math.min(box.bottom, innerHeight);
    const middle = { x: box.left + box.width * 0.55, y: (Math.max(box.top, 0) + bottom) / 2 };
    for (let down = 0; down < bottom - middle.y - 20; down += 5) {
      const y = middle.y + down;
      const found = document.elementFromPoint(middle.x, y);
      if (found && node.contains(found) && !found.closest(`${events}, a, button`)) return { x: middle.x, y };
    }
    return middle;
  }, /** @type {const} */ ([surface, mark]));

/**
 * Drags to and fro, a move a frame: 350 px to each side, there and back in a second.
 * @param {Pointer} pointer the page's mouse, or a finger
 * @param {Spot} grip
 */
export async function pan(pointer, { x, y }) {
  await pointer.move(x, y);
  await pointer.down();
  await steadily(frame, (elapsed) => pointer.move(x + 350 * Math.sin((elapsed / 1000) * 2 * Math.PI), y));
  await pointer.up();
}

/**
 * A finger on the glass of a page.
 * @param {Page} page
 * @returns {Promise<Pointer>}
 */
export async function touchOf(page) {
  const devtools = await page.context().newCDPSession(page);
  /** @type {Spot} */
  let at = { x: 0, y: 0 };
  let isDown = false;
  /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type */
  const send = async (type) => {
    await devtools.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [at] });
  };
  return {
    async move(x, y) {
      at = { x, y };
      if (isDown) await send('touchMove');
    },
    async down() {
      isDown = true;
      await send('touchStart');
    },
    async up() {
      isDown = false;
      await send('touchEnd');
    }
  };
}

/**
 * Nearer for half the time, then farther again: by turns of the wheel, 25 a second, or by presses on buttons, 4 a second.
 * @param {Page} page
 * @param {Contender} contender
 * @param {Spot} grip
 */
export async function zoom(page, contender, grip) {
  const how = contender.zoom;
  if ('nearer' in how) {
    const [nearer, farther] = await Promise.all([how.nearer, how.farther].map((button) => middleOf(page, button)));
    await steadily(250, async (elapsed) => {
      const { x, y } = /** @type {Spot} */ (elapsed < gesture / 2 ? nearer : farther);
      await page.mouse.click(x, y);
    });
    return;
  }
  await page.mouse.move(grip.x, grip.y);
  if (how.key) await page.keyboard.down(how.key);
  await steadily(40, (elapsed) => page.mouse.wheel(0, elapsed < gesture / 2 ? -how.turn : how.turn));
  if (how.key) await page.keyboard.up(how.key);
}

/**
 * Moves and zooms there and back once, as fast as the page takes it.
 * @param {Page} page
 * @param {Contender} contender
 * @param {Spot} grip
 */
export async function cycle(page, contender, { x, y }) {
  const how = contender.zoom;
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const shift of [-60, -160, -60, 0]) await page.mouse.move(x + shift, y);
  await page.mouse.up();
  if ('nearer' in how) return;
  if (how.key) await page.keyboard.down(how.key);
  for (const turn of [-2, -2, 2, 2]) await page.mouse.wheel(0, turn * how.turn);
  if (how.key) await page.keyboard.up(how.key);
}

/**
 * @param {Page} page
 * @param {string} selector
 * @returns {Promise<Spot>}
 */
const middleOf = (page, selector) =>
  page.evaluate((wanted) => {
    const { left, top, width, height } = /** @type {Element} */ (
      document.querySelector(wanted)
    ).getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, selector);

/**
 * Does something again and again, at even times, until the gesture is over. What the page has not taken yet is waited for.
 * @param {number} pause
 * @param {(elapsed: number) => Promise<void>} act
 */
async function steadily(pause, act) {
  const begun = performance.now();
  for (let turn = 0; ; turn += 1) {
    const elapsed = performance.now() - begun;
    if (elapsed >= gesture) return;
    await Promise.all([act(elapsed), wait(Math.max(0, (turn + 1) * pause - elapsed))]);
  }
}
