import { expect, test } from '@playwright/test';
import { killWhileTyping } from '../../scripts/soak/kill-while-typing.js';

test.describe.configure({ timeout: 240_000 });

test('no key older than 250 ms is missing after the browser was killed, ten times, half of them under load', async ({
  baseURL
}) => {
  const runs = [];
  // The same moments every time.
  let state = 678;
  const chance = () => (state = (state * 16807) % 2147483647) / 2147483647;
  for (let kill = 0; kill < 10; kill += 1) {
    runs.push(await killWhileTyping(baseURL!, { isLoaded: kill % 2 === 1, chance }));
  }
  expect(runs.reduce((sum, { typed }) => sum + typed, 0)).toBeGreaterThan(50);
  expect(runs.filter(({ isSound }) => !isSound)).toEqual([]);
});
