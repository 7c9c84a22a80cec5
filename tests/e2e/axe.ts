import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { waitForDrawing } from './open-page.ts';

export const phone = { width: 390, height: 844 };
export const laptop = { width: 1280, height: 800 };

/** Both layouts and both palettes; a palette is the same at every size. */
export const looks = [
  { size: phone, colorScheme: 'dark' },
  { size: laptop, colorScheme: 'light' }
] as const;

/** What axe finds, one line a rule, with where. */
export async function findViolations(page: Page): Promise<string[]> {
  // No page has frames: one run in the page itself sees everything, in half the time.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}

/** Runs axe over the page as it stands, at each size and in each theme. */
export async function expectAccessible(page: Page, at: readonly (typeof looks)[number][] = looks): Promise<void> {
  for (const { size, colorScheme } of at) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    await waitForDrawing(page);
    expect.soft(await findViolations(page), `${size.width} px, ${colorScheme}`).toEqual([]);
  }
}
