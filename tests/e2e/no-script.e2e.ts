import { expect, test } from '@playwright/test';
import { citeSource } from '#lib/export/citation.ts';
import { pageTypes } from '../page-types.js';
import { collection } from './collection.ts';

test.use({ javaScriptEnabled: false });

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const quoted = collection.sources.filter(({ excerpt }) => excerpt !== null);
const unquoted = collection.sources.filter(({ excerpt }) => excerpt === null);

for (const { name, path } of pageTypes) {
  test(`${name} reads and prints without scripts`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(name === 'missing' ? 404 : 200);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    const words = (await page.locator('main').innerText()).trim().split(/\s+/);
    // The search and the page for a wrong address have little to say.
    expect(words.length).toBeGreaterThan(name === 'search' || name === 'missing' ? 10 : 60);
    await expect(page.locator('.needs-script:visible')).toHaveCount(0);

    await page.emulateMedia({ media: 'print' });
    expect((await page.locator('main').innerText()).trim().length).toBeGreaterThan(40);
    // Nobody presses paper.
    for (const pressed of ['#app > div > header', '#app > footer', 'button', '.button']) {
      await expect(page.locator(pressed).filter({ visible: true }), pressed).toHaveCount(0);
    }
  });
}

test('the timeline is a picture and a list of every event', async ({ page }) => {
  await page.goto('/timeline');
  await expect(page.locator('[data-timeline]')).toBeVisible();
  const marks = page.locator('[data-timeline] [data-event]');
  expect(await marks.count()).toBeGreaterThan(20);
  await expect(marks.first()).toHaveAttribute('href', /\/events\//);

  expect(collection.events).toHaveLength(96);
  const listed = await page
    .locator('#list a')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  expect(listed).toEqual(collection.events.map(({ id }) => `/events/${id}`));
  await expect(page.locator('#list a').first()).toBeVisible();
});

test('the home page has its picture', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('main [role="img"]')).toBeVisible();
});

test('the menu of a small screen opens', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/about');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.locator('#site-menu').getByRole('link', { name: 'Sources' }).click();
  await expect(page).toHaveURL(/\/sources$/);
});

test.describe('the sources, as they are sent', () => {
  // Only to take the pages apart: no script of theirs runs, for they are never loaded.
  test.use({ javaScriptEnabled: true });
  test.describe.configure({ timeout: 120_000 });

  test('show the words of every quoted document, and each citation', async ({ page, request }) => {
    expect(quoted).toHaveLength(134);
    expect(collection.sources).toHaveLength(160);
    const site = process.env.SITE_URL ?? '';

    for (const source of collection.sources) {
      const response = await request.get(`/sources/${source.id}`);
      expect(response.status(), source.id).toBe(200);
      const shown = await page.evaluate(
        (html) => {
          const sent = new DOMParser().parseFromString(html, 'text/html');
          const plain = (text: string | null | undefined) => (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
          return {
            excerpts: [...sent.querySelectorAll('[data-excerpt]')].map((excerpt) =>
              plain([...excerpt.querySelectorAll('.paragraph > p, .omission')].map((p) => p.textContent).join(' '))
            ),
            quotations: sent.querySelectorAll('blockquote, q').length,
            links: [...sent.querySelectorAll('a')].map((link) => link.getAttribute('href')),
            citations: Object.fromEntries(
              [...sent.querySelectorAll('#cite ~ dl > div')].map((entry) => [
                plain(entry.querySelector('dt')?.textContent),
                plain(entry.querySelector('dd > span')?.textContent)
              ])
            )
          };
        },
        await response.text()
      );

      if (source.excerpt) {
        expect(shown.excerpts, source.id).toEqual([source.excerpt.plain]);
      } else {
        expect(shown.excerpts, source.id).toEqual([]);
        expect(shown.quotations, source.id).toBe(0);
      }
      expect(shown.links, source.id).toContain(source.whereToRead);

      const { chicago, mla, apa } = citeSource(source, {
        siteTitle: collection.title,
        url: site === '' ? null : `${site}/sources/${source.id}`
      });
      const words = (html: string) =>
        html
          .replace(/<[^>]+>/g, '')
          .replace(/&(?:#(\d+)|(amp|lt|gt|quot));/g, (_, code, name) =>
            code ? String.fromCodePoint(Number(code)) : (named[name] ?? '')
          )
          .normalize('NFC')
          .replace(/\s+/g, ' ')
          .trim();
      expect(shown.citations, source.id).toEqual({ Chicago: words(chicago), MLA: words(mla), APA: words(apa) });
    }
  });
});

test('what may not be quoted says so and where it can be read', async ({ page }) => {
  for (const source of unquoted.slice(0, 3)) {
    await page.goto(`/sources/${source.id}`);
    await expect(page.getByRole('link', { name: 'Read it where it is kept' })).toHaveAttribute(
      'href',
      source.whereToRead
    );
    await expect(page.locator('.excerpt')).toHaveCount(0);
  }
});
