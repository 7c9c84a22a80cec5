import { afterEach, expect, it, vi } from 'vitest';
import { areSingleKeysOn, switchSingleKeys } from './single-keys.svelte.ts';

afterEach(() => vi.restoreAllMocks());

it('stays as it was switched before the first key, where the browser keeps nothing', () => {
  for (const method of ['getItem', 'setItem'] as const) {
    vi.spyOn(Storage.prototype, method).mockImplementation(() => {
      throw new Error('nothing is kept');
    });
  }
  switchSingleKeys(false);
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', bubbles: true }));
  expect(areSingleKeysOn()).toBe(false);
});
