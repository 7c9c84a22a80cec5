import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** How often the button was answered. */
let answered = 0;
let button: HTMLButtonElement;
const live = () => button.addEventListener('click', () => (answered += 1));

beforeEach(() => {
  vi.resetModules();
  answered = 0;
  button = document.body.appendChild(document.createElement('button'));
});
afterEach(() => document.body.replaceChildren());

const begin = async () => {
  const [sign, turns] = await Promise.all([import('./first-sign.ts'), import('./in-turn.ts')]);
  void sign.firstSign();
  return { ...sign, ...turns };
};

describe('a press on a page that comes to life', () => {
  it('is answered later where nothing answered it', async () => {
    const { answerEarlyPress } = await begin();
    button.click();
    live();
    await answerEarlyPress();
    expect(answered).toBe(1);
  });

  it('is answered when its part lives', async () => {
    const part = document.body.appendChild(document.createElement('div'));
    part.toggleAttribute('data-dormant', true);
    part.append(button);
    const { answerEarlyPress, inTurn } = await begin();
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
    const { answerEarlyPress, inTurn } = await begin();
    inTurn(() => {});
    const all = answerEarlyPress();
    live();
    button.click();
    await all;
    expect(answered).toBe(1);
  });

  it('leaves open what the browser itself has opened', async () => {
    const menu = document.body.appendChild(document.createElement('ul'));
    menu.popover = 'auto';
    menu.id = 'menu';
    button.setAttribute('popovertarget', 'menu');
    const { answerEarlyPress } = await begin();
    button.click();
    await answerEarlyPress();
    expect(menu.matches(':popover-open')).toBe(true);
  });
});
