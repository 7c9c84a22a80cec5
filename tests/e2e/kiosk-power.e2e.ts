import { expect, test } from '@playwright/test';
import { cutPower } from '../../scripts/soak/power-cut.js';

test.describe.configure({ timeout: 600_000 });

test('the power is cut in the middle of an update: the kiosk comes up in one version, whole', async () => {
  // The same moments every time.
  let state = 1990;
  const chance = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const cuts = await cutPower({ cuts: 1, chance });
  expect(cuts).toHaveLength(1);
  expect(cuts.filter(({ isWhole }) => !isWhole)).toEqual([]);
});
