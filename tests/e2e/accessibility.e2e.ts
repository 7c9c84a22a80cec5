import { expect, test } from '@playwright/test';
import { pageTypes } from '../page-types.js';
import { expectAccessible, findViolations, laptop, looks, phone } from './axe.ts';
import { openPage } from './open-page.ts';
import { sweep } from './one-page.ts';
import { marks } from './timeline-surface.ts';

// Two runs of axe on a long page take a while on a slow machine.
test.describe.configure({ timeout: 120_000 });
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const { name, path } of pageTypes) {
  sweep(`axe finds nothing on ${name}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openPage(page, path);
    await expectAccessible(page);
  });
}

test('axe finds nothing with a term open in the text', async ({ page }) => {
  await openPage(page, '/sources/gorbachev-perez-de-cuellar-1990-11-19');
  await page.locator('[data-term]').first().focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(page.locator('#term-note')).toBeVisible();
  await expectAccessible(page);
});

test('axe finds nothing in the search with its results', async ({ page }) => {
  await openPage(page, '/about');
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('perez');
  await expect(page.getByRole('dialog').locator('li').first()).toBeVisible();
  await expectAccessible(page);
});

test('axe finds nothing in the open menu of a small screen', async ({ page }) => {
  await page.setViewportSize(phone);
  await openPage(page, '/about');
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.locator('#site-menu')).toBeVisible();
  await expectAccessible(page, [looks[0]]);
});

test('axe finds nothing in the open list of a count', async ({ page }) => {
  await page.setViewportSize(laptop);
  await openPage(page, '/timeline');
  await page.locator('[data-timeline] [aria-haspopup="dialog"]').first().click();
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
  await expectAccessible(page, [looks[1]]);
});

test('axe finds nothing where time runs downward and only key events are shown', async ({ page }) => {
  await page.setViewportSize(phone);
  await openPage(page, '/timeline');
  await page.getByRole('button', { name: 'Fewer events' }).click();
  await page.getByRole('button', { name: 'Fewer events' }).click();
  await expect(page.getByRole('button', { name: /more event/ }).first()).toBeVisible();
  await expectAccessible(page, [looks[0]]);
});

test('axe finds nothing when an event of the timeline is chosen', async ({ page }) => {
  await openPage(page, '/timeline');
  await marks(page).first().press('Enter');
  await expect(page.locator('#panel')).toBeVisible();
  await expectAccessible(page);
});

test('forced colours leave the timeline readable', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openPage(page, '/timeline?from=1990-11-01&to=1990-12-20&event=gorbachev-two-step-conversation');
  expect(await findViolations(page)).toEqual([]);

  const chosen = page.locator('[data-timeline] [data-event="gorbachev-two-step-conversation"]');
  await expect(chosen).toHaveAttribute('aria-current', 'true');

  const seen = await page.evaluate(() => {
    const timeline = document.querySelector('[data-timeline]')!;
    const styles = (selector: string, part?: string) =>
      [...timeline.querySelectorAll(selector)].map((node) => getComputedStyle(node, part));
    const outlineOf = (style: CSSStyleDeclaration) =>
      style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth);
    const ground = getComputedStyle(document.documentElement).backgroundColor;

    /** Words in the colour of what lies behind them. */
    const unseen = [...timeline.querySelectorAll('*')]
      .filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.nodeValue?.trim()))
      .filter((node) => {
        let behind: Element | null = node;
        while (behind && /, 0\)$|transparent/.test(getComputedStyle(behind).backgroundColor)) {
          behind = behind.parentElement;
        }
        return getComputedStyle(node).color === (behind ? getComputedStyle(behind).backgroundColor : ground);
      })
      .map((node) => node.textContent);

    return {
      chosenOutline: Math.max(...styles('[aria-current="true"]').map(outlineOf)),
      bars: styles('.cell.bar', '::before').map(
        (style) => style.borderTopStyle !== 'none' && Number.parseFloat(style.borderTopWidth) > 0
      ),
      marks: styles('.cell.dot', '::before').map((style) => style.backgroundColor),
      ground,
      unseen
    };
  });
  expect(seen.chosenOutline).toBeGreaterThanOrEqual(2);
  expect(seen.bars.length).toBeGreaterThan(0);
  expect(seen.bars).not.toContain(false);
  expect(seen.marks.length).toBeGreaterThan(0);
  expect(seen.marks).not.toContain(seen.ground);
  expect(seen.unseen).toEqual([]);
});
