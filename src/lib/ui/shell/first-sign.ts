/**
 * When the scripts of a page begin. A page is whole as it arrives; its scripts only add what a
 * hand asks for. So they wait for the first sign of one, or until the browser has long had nothing
 * to do, and never stand between a reader and the words.
 */

import { nextTask, turnsTaken } from './in-turn.ts';

/** What people do before they press anything, and the pressing itself. */
export const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'wheel', 'touchstart', 'scroll'] as const;

/** Milliseconds after a page has loaded in which its reader may be left alone with it. */
const quiet = 4000;

/** A button that was pressed before it could answer. */
let early: HTMLElement | null = null;
/** Whether the page lives; those of its parts that come after it say of themselves that they do not yet. */
let isAlive = false;
const remember = (event: Event) => {
  // What the browser does by itself is done: a form would be sent twice, and a menu closed as soon as it is open.
  const pressed = (event.target as Element).closest<HTMLElement>('button:not([popovertarget], [method=post] *)');
  if (pressed && (!isAlive || pressed.closest('[data-dormant]'))) early = pressed;
};

/** Whether what is seen must be drawn for this very window, or is what the address alone asks for. */
const isAskedFor = () =>
  location.search !== '' || [...document.querySelectorAll('[data-eager]')].some((part) => part.checkVisibility());

/** Resolves once the page is on screen as it came; after a moment where nobody looks at it and no frame comes. */
const firstFrame = () =>
  new Promise<void>((resolve) => {
    // The task after a frame's.
    requestAnimationFrame(() => void nextTask().then(resolve));
    setTimeout(resolve, 300);
  });

/** Resolves at the first sign of a reader; where nothing can be read before, as soon as the page is seen. */
export function firstSign(): Promise<void> {
  addEventListener('click', remember, { capture: true });
  if (isAskedFor()) return firstFrame();

  return new Promise((resolve) => {
    const begin = () => {
      for (const sign of signs) removeEventListener(sign, begin, { capture: true });
      resolve();
    };
    for (const sign of signs) addEventListener(sign, begin, { capture: true, passive: true });
    const rest = () => setTimeout(begin, quiet);
    if (document.readyState === 'complete') rest();
    else addEventListener('load', rest, { once: true });
  });
}

/** The page lives. Once all its parts do, what was pressed before is pressed for them. */
export async function answerEarlyPress(): Promise<void> {
  isAlive = true;
  await turnsTaken();
  removeEventListener('click', remember, { capture: true });
  early?.click();
  early = null;
}
