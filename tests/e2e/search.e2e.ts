import type { Page, Request } from '@playwright/test';
import { waitForScripts } from './open-page.ts';
import { expect, test } from './page-errors.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search the collection' });
const field = (page: Page) => page.getByRole('searchbox', { name: 'Search the collection' });
const results = (page: Page) => page.locator('search').getByRole('listitem').getByRole('link');

async function open(page: Page, path = '/about'): Promise<void> {
  await page.goto(path);
  await waitForScripts(page);
}

/** Types once the field is there, letter after letter as people do. */
async function ask(page: Page, query: string): Promise<void> {
  await field(page).fill('');
  await field(page).pressSequentially(query);
  await expect(page.locator('search [role="status"]')).toHaveText(/\d+ results?/);
}

test('/ opens the search, and the index is fetched only when something is asked', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request: Request) => asked.push(new URL(request.url()).pathname));
  const fetches = () => asked.filter((path) => path.endsWith('/search-index.json')).length;
  await open(page);
  expect(fetches()).toBe(0);
  await page.keyboard.press('/');
  await expect(dialog(page)).toBeVisible();
  await expect(field(page)).toBeFocused();
  expect(fetches()).toBe(0);
  await ask(page, 'kuwait');
  expect(fetches()).toBe(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await ask(page, 'paris');
  expect(fetches()).toBe(1);
});

test('/ within a field is a letter, and with a modifier it is the browser’s', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Control+/');
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press('/');
  await field(page).pressSequentially('687/1');
  await expect(field(page)).toHaveValue('687/1');
});

for (const { query, kind, title, isFirst } of [
  { query: 'Perez', kind: 'Person', title: 'Javier Pérez de Cuéllar', isFirst: false },
  { query: 'perez de cuellar', kind: 'Person', title: 'Javier Pérez de Cuéllar', isFirst: false },
  { query: 'resolution 678', kind: 'Source', title: 'Security Council resolution 678', isFirst: true },
  { query: 'linkage', kind: 'Term', title: 'linkage', isFirst: true },
  { query: 'LINKAGE', kind: 'Term', title: 'linkage', isFirst: true },
  { query: 'two steps', kind: 'Event', title: 'Gorbachev asks for a resolution in two steps', isFirst: false },
  { query: 'perestroika zzzz', kind: null, title: null, isFirst: false }
]) {
  test(`finds ${title ?? 'what it can'} for ‘${query}’`, async ({ page }) => {
    await open(page);
    await page.keyboard.press('/');
    await ask(page, query);
    if (title === null) return expect(await results(page).count()).toBeLessThanOrEqual(20);
    const shown = await results(page).evaluateAll((links) =>
      links.map((link) => ({
        kind: link.querySelector('.kind')!.textContent!.trim(),
        title: link.querySelector('.title')!.textContent!.trim()
      }))
    );
    const at = shown.findIndex((found) => found.kind === kind && found.title.toLowerCase() === title.toLowerCase());
    expect(at, JSON.stringify(shown.slice(0, 6))).toBeGreaterThanOrEqual(0);
    expect(at, JSON.stringify(shown.slice(0, 6))).toBeLessThan(isFirst ? 1 : 4);
  });
}

test('arrows walk from the field through the results and back, and Enter follows', async ({ page }) => {
  await open(page);
  await page.keyboard.press('/');
  await ask(page, 'resolution 678');
  await page.keyboard.press('ArrowDown');
  await expect(results(page).nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(results(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const address = await results(page).first().getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${address!.replace(/^(\.\.?\/)*/, '')}$`));
  await expect(dialog(page)).toHaveCount(0);
});

test('Enter in the field follows the first result', async ({ page }) => {
  await open(page);
  await page.keyboard.press('/');
  await ask(page, 'resolution 678');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/(sources|events)\/[a-z0-9-]*678/);
});

for (const way of ['Escape', 'the close button', 'a press beside it'] as const) {
  test(`${way} closes the search and gives the focus back`, async ({ page }) => {
    await open(page);
    const link = page.getByRole('link', { name: 'Search', exact: true });
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(field(page)).toBeFocused();
    if (way === 'Escape') await page.keyboard.press('Escape');
    else if (way === 'the close button') await page.getByRole('button', { name: 'Close the search' }).click();
    else await page.mouse.click(5, 400);
    await expect(dialog(page)).toHaveCount(0);
    await expect(link).toBeFocused();
    await expect(page).toHaveURL(/\/about$/);
  });
}

test('an index that does not load is told of, and typing again tries again', async ({ page }) => {
  let failures = 0;
  await page.route('**/search-index.json', (route) => {
    failures += 1;
    return failures === 1 ? route.abort() : route.continue();
  });
  await open(page);
  await page.keyboard.press('/');
  await field(page).fill('k');
  await expect(page.locator('search [role="status"]')).toContainText('could not be loaded');
  // Nothing asks by itself.
  await page.waitForTimeout(500);
  expect(failures).toBe(1);
  await field(page).pressSequentially('uwait');
  await expect(page.locator('search [role="status"]')).toHaveText(/\d+ results?/);
  await expect(results(page).first()).toBeVisible();
});

test.describe('the page of the search', () => {
  test('answers what its address asks', async ({ page }) => {
    await page.goto('/search?q=perez');
    await expect(field(page)).toHaveValue('perez');
    await expect(results(page).filter({ hasText: 'Javier Pérez de Cuéllar' }).first()).toBeVisible();
    await results(page).filter({ hasText: 'Javier Pérez de Cuéllar' }).first().click();
    await expect(page).toHaveURL(/\/people\/javier-perez-de-cuellar$/);
  });

  test('takes arrows too', async ({ page }) => {
    await page.goto('/search?q=linkage');
    await expect(results(page).first()).toBeVisible();
    await field(page).focus();
    await page.keyboard.press('ArrowDown');
    await expect(results(page).first()).toBeFocused();
  });

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });

    test('leads to the lists', async ({ page }) => {
      await page.goto('/about');
      await page.getByRole('link', { name: 'Search', exact: true }).click();
      await expect(page).toHaveURL(/\/search$/);
      await page.locator('main').getByRole('link', { name: 'People' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('People');
    });
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 700 }, hasTouch: true });

  test('the bar’s button opens the search; a tap follows a result', async ({ page }) => {
    await open(page);
    await page.getByRole('link', { name: 'Search', exact: true }).tap();
    await expect(dialog(page)).toBeVisible();
    await ask(page, 'Perez');
    const box = (await dialog(page).boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
    await results(page).filter({ hasText: 'Javier Pérez de Cuéllar' }).first().tap();
    await expect(page).toHaveURL(/\/people\/javier-perez-de-cuellar$/);
    await expect(dialog(page)).toHaveCount(0);
  });

  test('the menu opens, and a link of it leads on and closes it', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Menu' }).tap();
    const menu = page.getByRole('navigation', { name: 'Pages' });
    await menu.getByRole('link', { name: 'Glossary' }).tap();
    await expect(page).toHaveURL(/\/glossary$/);
    await expect(menu).toBeHidden();
  });
});
