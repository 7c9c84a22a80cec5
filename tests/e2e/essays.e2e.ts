import { collection } from './collection.ts';
import { expect, test } from './page-errors.ts';

for (const { id, quotes } of collection.essays) {
  test(`the essay ${id} sets the words of its sources apart`, async ({ page }) => {
    await page.goto(`/essays/${id}`);
    const quotations = page.locator('article figure');
    await expect(quotations).toHaveCount(quotes.length);
    for (const quotation of await quotations.all()) {
      await expect(quotation).toHaveCSS('border-inline-start-width', '3px');
      await expect(quotation.locator('blockquote')).toHaveCSS('font-style', 'italic');
    }
  });
}
