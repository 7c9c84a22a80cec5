/**
 * Hands that do anything: touches, long touches, swipes, pinches, and keys, the browser's short cuts among them.
 */

/** Keys that lead somewhere in a browser, and those that a visitor has. */
const keys = [
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Enter', 'Tab', 'Escape', 'Backspace', 'F1', 'F3', 'F5', 'F6'],
  ...['F7', 'F10', 'F11', 'F12', 'Home', 'End', 'PageUp', 'PageDown', 'Delete', 'ContextMenu', '/', "'", 'a', ' ']
];
const held = { none: 0, alt: 1, ctrl: 2, shift: 8, ctrlShift: 10 };

/**
 * Chances that are the same for the same seed.
 * @param {number} seed
 */
export function chances(seed) {
  let state = seed % 2147483647 || 1;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

/**
 * @param {{ send: (method: any, params?: any) => Promise<any> }} hands a session of Chromium's protocol
 * @param {{ times: number, seed: number, size: { width: number, height: number } }} how how many times a hand does something
 */
export async function handle(hands, { times, seed, size }) {
  const chance = chances(seed);
  const whole = (/** @type {number} */ most) => Math.floor(chance() * most);
  const point = () => ({ x: whole(size.width), y: whole(size.height) });
  const touch = (/** @type {string} */ type, /** @type {{ x: number, y: number }[]} */ points) =>
    hands.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((each, id) => ({ ...each, id })) });
  for (let time = 0; time < times; time += 1) {
    const kind = chance();
    if (kind < 0.55) {
      await touch('touchStart', [point()]);
      await touch('touchEnd', []);
    } else if (kind < 0.75) {
      const [from, to] = [point(), point()];
      // From the very edge, too, where browsers go back.
      if (chance() < 0.3) from.x = chance() < 0.5 ? 0 : size.width - 1;
      await touch('touchStart', [from]);
      for (const share of [0.3, 0.7, 1])
        await touch('touchMove', [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }]);
      await touch('touchEnd', []);
    } else if (kind < 0.8) {
      const [a, b] = [point(), point()];
      await touch('touchStart', [a, b]);
      await touch('touchMove', [point(), point()]);
      await touch('touchEnd', []);
    } else {
      const key = /** @type {string} */ (keys[whole(keys.length)]);
      const modifiers = chance() < 0.4 ? (Object.values(held)[whole(5)] ?? 0) : 0;
      const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined;
      const code = key === 'Enter' ? 13 : key === 'Tab' ? 9 : 0;
      await hands.send('Input.dispatchKeyEvent', {
        type: 'keyDown',
        key,
        text,
        modifiers,
        windowsVirtualKeyCode: code
      });
      await hands.send('Input.dispatchKeyEvent', { type: 'keyUp', key, modifiers, windowsVirtualKeyCode: code });
    }
  }
}

/**
 * What must still be so after all of that.
 * @param {import('playwright').Page} page
 */
export const stateOfPage = (page) =>
  page.evaluate(() => ({
    scale: visualViewport?.scale,
    selected: String(getSelection()),
    scrolled: document.scrollingElement?.scrollTop,
    fields: document.querySelectorAll('a, input, textarea, select, iframe').length,
    history: history.length
  }));
