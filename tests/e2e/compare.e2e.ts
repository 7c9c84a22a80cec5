import type { Page } from '@playwright/test';
import { collection } from './collection.ts';
import { waitForScripts } from './open-page.ts';
import { expect, test } from './page-errors.ts';

/** Where each line begins and ends, and where it should: the near edge of a column, the first line of the words. */
const joins = (page: Page, pairs: readonly { readonly a: string; readonly b: string }[]) =>
  page.locator('.table').evaluate((table, passages) => {
    const paths = [...table.querySelectorAll<SVGPathElement>(':scope > svg path')];
    const origin = table.querySelector(':scope > svg')!.getBoundingClientRect();
    const end = (path: SVGPathElement | undefined, share: number) => {
      const point = path?.getPointAtLength(share * path.getTotalLength());
      return point ? { x: point.x + origin.left, y: point.y + origin.top } : null;
    };
    const words = (side: 'a' | 'b', passage: string) => {
      const column = table.querySelector(`[data-side="${side}"]`)!;
      const box = column.getBoundingClientRect();
      const line = column.querySelector(`[data-passages~="${passage}"]`)!.getClientRects()[0]!;
      return { x: side === 'a' ? box.right : box.left, y: (line.top + line.bottom) / 2 };
    };
    return {
      count: paths.length,
      ends: passages.flatMap(({ a, b }, index) => [
        { of: a, is: end(paths[index], 0), wanted: words('a', a) },
        { of: b, is: end(paths[index], 1), wanted: words('b', b) }
      ])
    };
  }, pairs);

async function expectJoined(page: Page, pairs: readonly { readonly a: string; readonly b: string }[]): Promise<void> {
  await expect
    .poll(async () => {
      const { count, ends } = await joins(page, pairs);
      const isFar = (is: number, wanted: number) => Math.abs(is - wanted) > 6;
      const far = ends.filter(({ is, wanted }) => !is || isFar(is.x, wanted.x) || isFar(is.y, wanted.y));
      return { count, far };
    })
    .toEqual({ count: pairs.length, far: [] });
}

for (const { a, b, pairs } of collection.comparisons) {
  test.describe(`${a} beside ${b}`, () => {
    test('lines join the pairs, and follow when the window changes', async ({ page }) => {
      await page.goto(`/compare/${a}/${b}`);
      await waitForScripts(page);
      await expectJoined(page, pairs);
      const before = await joins(page, pairs);
      await page.setViewportSize({ width: 1000, height: 800 });
      await expectJoined(page, pairs);
      expect((await joins(page, pairs)).ends).not.toEqual(before.ends);
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
