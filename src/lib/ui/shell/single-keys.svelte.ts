import { whenAtRest } from './at-rest.ts';

/**
 * Shortcuts of a single character. Who dictates, or presses keys by mistake, can switch all of them
 * off (WCAG 2.1.4); the browser keeps that.
 */
const place = 'two-steps:single-keys';

/** A browser may keep nothing for this site: then they are on. */
function read(): boolean {
  try {
    return localStorage.getItem(place) !== 'off';
  } catch {
    return true;
  }
}

let areOn = $state(true);

// A page waits for the first look into what a browser keeps: it is taken before the first key is answered, or at rest.
let stopWaiting = () => {};
if (typeof window !== 'undefined') {
  const learn = () => {
    stopWaiting();
    areOn = read();
  };
  const stop = whenAtRest(1000, learn);
  addEventListener('keydown', learn, { capture: true });
  stopWaiting = () => {
    stop();
    removeEventListener('keydown', learn, { capture: true });
  };
}

/** Whether a single character may be a shortcut. */
export const areSingleKeysOn = (): boolean => areOn;

/** Switches all shortcuts of a single character on or off, here and on later visits. */
export function switchSingleKeys(on: boolean): void {
  stopWaiting();
  areOn = on;
  try {
    if (on) localStorage.removeItem(place);
    else localStorage.setItem(place, 'off');
  } catch {
    // They are as asked until the page is left.
  }
}

/** The character that a press asks for as a shortcut of the page; null where it is meant for something else. */
export function readSingleKey(event: KeyboardEvent): string | null {
  if (!areOn || event.key.length !== 1 || event.key === ' ') return null;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return null;
  const target = event.target as Element;
  if (target.closest?.('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]'))
    return null;
  // What is opened over the page keeps its keys.
  return document.querySelector('dialog:modal') === null ? event.key : null;
}
