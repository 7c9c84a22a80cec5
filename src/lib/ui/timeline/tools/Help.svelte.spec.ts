import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { areSingleKeysOn, readSingleKey, switchSingleKeys } from '../../shell/single-keys.svelte.ts';
import { entries, timeline } from '../timeline.fixture.ts';
import { TimelineState } from '../timeline-state.svelte.ts';
import Help from './Help.svelte';

const data = {
  title: 'Two Steps',
  entries: entries,
  lanes: timeline.lanes,
  beams: timeline.beams,
  bounds: timeline.bounds,
  opening: timeline.viewport
};
const draw = async () => {
  const onclose = vi.fn();
  await render(Help, {
    props: { view: new TimelineState(data), data, details: null, fetchTours: () => Promise.resolve([]), onclose }
  });
  return onclose;
};
const rowOf = (words: RegExp) => page.getByRole('row', { name: words });

afterEach(() => switchSingleKeys(true));

describe('Help', () => {
  it('has a table of hands and one of keys', async () => {
    await draw();
    const hands = page.getByRole('table', { name: 'Mouse and touch' });
    await expect
      .element(hands.getByRole('row', { name: /Zoom in or out/ }))
      .toMatchTextContent('Pinch with two fingers');
    await expect.element(hands.getByRole('row', { name: /compare lanes/ })).toMatchTextContent('Tap Lanes');
    const keys = page.getByRole('table', { name: 'Keys' });
    await expect
      .element(keys.getByRole('row', { name: /Page Up/ }))
      .toMatchTextContent('A whole view earlier or later');
  });

  it('switches single keys off and on, and keeps that', async () => {
    await draw();
    const box = page.getByRole('checkbox', { name: 'Single keys' });
    await expect.element(box).toBeChecked();
    await box.click();
    expect(areSingleKeysOn()).toBe(false);
    expect(Object.values({ ...localStorage })).toEqual(['off']);
    await expect.element(rowOf(/Opens Find/)).toMatchTextContent('(off)');
    await expect.element(rowOf(/Closes what/)).not.toMatchTextContent('(off)');
    await box.click();
    expect(areSingleKeysOn()).toBe(true);
    expect(localStorage.length).toBe(0);
  });

  it('asks to be closed', async () => {
    const onclose = await draw();
    await page.getByRole('button', { name: 'Close the help' }).click();
    expect(onclose).toHaveBeenCalledOnce();
  });
});

describe('readSingleKey', () => {
  const heard = async (inside: string, press: string) => {
    const place = document.createElement('div');
    place.innerHTML = inside;
    document.body.append(place);
    const keys: (string | null)[] = [];
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Shift' && event.key !== 'Control') keys.push(readSingleKey(event));
    };
    addEventListener('keydown', listen);
    place.querySelector<HTMLElement>('[data-it]')!.focus();
    await userEvent.keyboard(press);
    removeEventListener('keydown', listen);
    place.remove();
    return keys;
  };

  it.each([
    ['on a button', '<button data-it>a</button>', 'f', ['f']],
    ['with Shift, which makes the sign', '<button data-it>a</button>', '{Shift>}?{/Shift}', ['?']],
    ['with a modifier', '<button data-it>a</button>', '{Control>}f{/Control}', [null]],
    ['that is no character', '<button data-it>a</button>', '{Escape}', [null]],
    ['in a field', '<input data-it>', 'f', [null]],
    ['in a text', '<div contenteditable data-it tabindex="0">a</div>', 'f', [null]],
    ['on a checkbox', '<input type="checkbox" data-it>', '?', ['?']]
  ])('hears a key %s: %s', async (_, inside, press, expected) => {
    expect(await heard(inside, press)).toEqual(expected);
  });

  it('hears none when they are off', async () => {
    switchSingleKeys(false);
    expect(await heard('<button data-it>a</button>', 'f')).toEqual([null]);
  });

  it('leaves keys to a dialog that is open over the page', async () => {
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.showModal();
    const event = new KeyboardEvent('keydown', { key: 'f' });
    dialog.dispatchEvent(event);
    expect(readSingleKey(event)).toBeNull();
    dialog.remove();
    const after = new KeyboardEvent('keydown', { key: 'f' });
    document.body.dispatchEvent(after);
    expect(readSingleKey(after)).toBe('f');
  });
});
