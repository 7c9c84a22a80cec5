import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerEarlyPress, firstSign } from './first-sign.ts';
import { inTurn } from './in-turn.ts';

/** How often the button was answered. */
let answered = 0;
let button: HTMLButtonElement;
const live = () => button.addEventListener('click', () => (answered += 1));

beforeEach(() => {
  answered = 0;
  button = document.body.appendChild(document.createElement('button'));
  void firstSign();
});
afterEach(() => document.body.replaceChildren());

describe('a press on a page that comes to life', () => {
  // The page of a test comes to life once: this one is the first.
  it('is answered later where nothing answered it, and what the browser itself has opened stays open', async () => {
    const menu = document.body.appendChild(document.createElement('ul'));
    menu.popover = 'auto';
    menu.id = 'menu';
    const opener = document.body.appendChild(document.createElement('button'));
    opener.setAttribute('popovertarget', 'menu');
    button.click();
    opener.click();
    live();
    await answerEarlyPress();
    expect(answered).toBe(1);
    expect(menu.matches(':popover-open')).toBe(true);
  });

  it('is answered when its part lives', async () => {
    const part = document.body.appendChild(document.createElement('div'));
    part.toggleAttribute('data-dormant', true);
    part.append(button);
    inTurn(() => {
      part.removeAttribute('data-dormant');
      live();
    });
    const all = answerEarlyPress();
    button.click();
    await all;
    expect(answered).toBe(1);
  });

  it('is not answered twice where other parts of the page do not live yet', async () => {
    inTurn(() => {});
    const all = answerEarlyPress();
    live();
    button.click();
    await all;
    expect(answered).toBe(1);
  });
});
