import type { Page } from '@playwright/test';
import { collection } from './collection.ts';
import { waitForScripts } from './open-page.ts';
import { expect, test } from './page-errors.ts';

interface Join {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** Both ends of every line, in the window. */
const joins = (page: Page): Promise<Join[]> =>
  page.locator('.table > svg path').evaluateAll((paths) =>
    paths.map((node) => {
      const path = node as SVGPathElement;
      const origin = path.ownerSVGElement!.getBoundingClientRect();
      const end = (at: number) => {
        const { x, y } = path.getPointAtLength(at);
        return { x: x + origin.left, y: y + origin.top };
      };
      return { from: end(0), to: end(path.getTotalLength()) };
    })
  );

/** The first line of a pair's words on one side, and the column that they stand in. */
const firstLine = (page: Page, side: 'a' | 'b', passage: string) =>
  page.locator(`[data-side="${side}"]`).evaluate((column, id) => {
    const words = column.querySelector(`[data-passages~="${id}"]`)!.getClientRects()[0]!;
    const box = column.getBoundingClientRect();
    return { middle: (words.top + words.bottom) / 2, left: box.left, right: box.right };
  }, passage);

async function expectJoined(page: Page, pairs: readonly { readonly a: string; readonly b: string }[]): Promise<void> {
  await expect(page.locator('.table > svg path')).toHaveCount(pairs.length);
  await expect
    .poll(async () => {
      const all = await joins(page);
      const far: string[] = [];
      for (const [index, { a, b }] of pairs.entries()) {
        const [left, right] = [await firstLine(page, 'a', a), await firstLine(page, 'b', b)];
        const { from, to } = all[index]!;
        if (Math.abs(from.y - left.middle) > 6) far.push(`${a} is ${from.y - left.middle} px from its line`);
        if (Math.abs(to.y - right.middle) > 6) far.push(`${b} is ${to.y - right.middle} px from its line`);
        if (Math.abs(from.x - left.right) > 6) far.push(`the line of ${a} begins at ${from.x}, not ${left.right}`);
        if (Math.abs(to.x - right.left) > 6) far.push(`the line of ${b} ends at ${to.x}, not ${right.left}`);
      }
      return far;
    })
    .toEqual([]);
}

for (const { a, b, pairs } of collection.comparisons) {
  test.describe(`${a} beside ${b}`, () => {
    test('lines join the pairs, and follow when the window changes', async ({ page }) => {
      await page.goto(`/compare/${a}/${b}`);
      await waitForScripts(page);
      await expectJoined(page, pairs);
      const before = await joins(page);
      await page.setViewportSize({ width: 1000, height: 800 });
      await expectJoined(page, pairs);
      expect(await joins(page)).not.toEqual(before);
    });

    test('a phone shows one above the other, without lines', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 700 });
      await page.goto(`/compare/${a}/${b}`);
      await waitForScripts(page);
      const [one, two] = [
        (await page.locator('[data-side="a"]').boundingBox())!,
        (await page.locator('[data-side="b"]').boundingBox())!
      ];
      expect(two.y).toBeGreaterThan(one.y + one.height);
      await expect(page.locator('.table > svg path')).toHaveCount(0);
      await page.setViewportSize({ width: 1280, height: 800 });
      await expectJoined(page, pairs);
      await page.setViewportSize({ width: 390, height: 700 });
      await expect(page.locator('.table > svg path')).toHaveCount(0);
    });

    test('numbers and colours agree on both sides and in the list', async ({ page }) => {
      await page.goto(`/compare/${a}/${b}`);
      const numbers = (side: 'a' | 'b') => page.locator(`[data-side="${side}"] .pair`).allTextContents();
      const expected = pairs.map((_, index) => String(index + 1));
      expect((await numbers('a')).sort()).toEqual(expected);
      expect((await numbers('b')).sort()).toEqual(expected);
      for (const [index, pair] of pairs.entries()) {
        const look = (side: 'a' | 'b') =>
          page.locator(`[data-side="${side}"]`).evaluate((column, id) => {
            const found = [...column.querySelectorAll<HTMLElement>(`[data-passages~="${id}"]`)];
            const number = found[0]!.querySelector('.pair')?.textContent;
            return { number, colours: [...new Set(found.map((node) => getComputedStyle(node).backgroundColor))] };
          }, pair[side]);
        const [left, right] = [await look('a'), await look('b')];
        expect(left, pair.label).toEqual(right);
        expect(left.number, pair.label).toBe(String(index + 1));
        expect(left.colours, pair.label).toHaveLength(1);
        const item = page.locator('.pairs ol > li').nth(index);
        await expect(item.locator('.number')).toHaveText(String(index + 1));
        await expect(item.locator('.number')).toHaveCSS('background-color', left.colours[0]!);
        await expect(item.locator('q')).toHaveCount(2);
      }
    });
  });
}

test('both documents lead to their own pages and from there to the comparison', async ({ page }) => {
  const { a, b, title } = collection.comparisons.find(({ b: other }) => other === 'unsc-res-678')!;
  await page.goto(`/compare/${a}/${b}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await page.locator('[data-side="b"] h2 a').click();
  await expect(page).toHaveURL(new RegExp(`/sources/${b}$`));
  await page.getByRole('region', { name: 'Read side by side' }).getByRole('link', { name: title }).click();
  await expect(page).toHaveURL(new RegExp(`/compare/${a}/${b}$`));
});
