import { expect, test, type Page } from '@playwright/test';
import { pageTypes } from '../page-types.js';
import { openPage } from './open-page.ts';
import { marks } from './timeline-surface.ts';

/** SvelteKit keeps where a page was scrolled to, for as long as the tab is open. It is all that may be kept. */
const allowedKeys = ['sveltekit:scroll', 'sveltekit:snapshot'];

/** Listens to a page from before its first request. */
function listen(page: Page) {
  const addresses: string[] = [];
  const messages: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  page.on('websocket', (socket) => addresses.push(socket.url()));
  page.on('pageerror', (error) => messages.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      messages.push(`${message.text()} ${message.location().url}`.trim());
    }
  });
  return {
    messages,
    foreign: (origin: string) =>
      addresses.filter((address) => !address.startsWith('data:') && new URL(address).origin !== origin)
  };
}

async function findKept(page: Page): Promise<string[]> {
  const cookies = await page.context().cookies();
  const stored = await page.evaluate(async () => [
    ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
    ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
    ...(await indexedDB.databases()).map(({ name }) => `indexedDB ${name}`)
  ]);
  return [...cookies.map(({ name }) => `cookie ${name}`), ...stored].filter(
    (kept) => !allowedKeys.some((key) => kept === `sessionStorage ${key}`)
  );
}

for (const { name, path } of pageTypes) {
  test(`${name} asks nobody else, keeps nothing, complains of nothing and runs only its own scripts`, async ({
    page,
    baseURL
  }) => {
    const heard = listen(page);
    const response = await openPage(page, path);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForLoadState('networkidle');
    expect(heard.foreign(new URL(baseURL!).origin)).toEqual([]);
    expect(await findKept(page)).toEqual([]);
    // Of a page that is not there the browser itself says so, once.
    const expected = name === 'missing' ? [expect.stringMatching(/status of 404 .*\/no-such-page$/)] : [];
    expect(heard.messages).toEqual(expected);

    const inPage = await page
      .locator('meta[http-equiv="content-security-policy" i]')
      .evaluateAll((metas) => metas.map((meta) => meta.getAttribute('content')));
    // A page that was not drawn beforehand says it in its header.
    const policy = inPage[0] ?? response.headers()['content-security-policy'] ?? '';
    const directive = (wanted: string) => policy.split(/;\s*/).find((each) => each.startsWith(`${wanted} `));
    expect(directive('default-src')).toBe("default-src 'self'");
    expect(directive('script-src')).toMatch(/^script-src 'self'( '(sha256|nonce)-[\w+/=-]+')+$/);
    expect(directive('object-src')).toBe("object-src 'none'");
    expect(directive('base-uri')).toBe("base-uri 'self'");

    const html = await response.text();
    const handlers = await page.evaluate((sent) => {
      const elements = new DOMParser().parseFromString(sent, 'text/html').querySelectorAll('*');
      return [...elements].flatMap((element) =>
        [...element.attributes]
          .filter(({ name: key, value }) => key.startsWith('on') || /^\s*javascript:/i.test(value))
          .map(({ name: key }) => `${element.localName} ${key}`)
      );
    }, html);
    expect(handlers).toEqual([]);
  });
}

const ofPictures = ['source-sans-3-latin-400', 'source-sans-3-latin-600', 'source-serif-4-latin-600'];
for (const [path, fonts] of [
  ['/', [...ofPictures, 'source-serif-4-latin-400']],
  ['/sources/unsc-res-678', [...ofPictures, 'source-serif-4-latin-400']],
  ['/timeline', ofPictures],
  ['/bench/timeline?events=60', ofPictures]
] as const) {
  test(`the fonts of ${path} are asked for with the page, and once`, async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'font') asked.push(new URL(request.url()).pathname);
    });
    const response = await openPage(page, path);
    const early = `${response.headers().link ?? ''} ${await response.text()}`.match(
      /<link [^>]*>|<[^>]*>; rel="preload"/g
    );
    await page.evaluate(() => document.fonts.ready);
    expect(early?.filter((link) => link.includes('preload') && link.includes('woff2'))).toHaveLength(fonts.length);
    for (const font of fonts) {
      const isOf = (address: string) => address.includes(`${font}-normal`);
      expect(early?.filter((link) => link.includes('preload') && isOf(link))).toHaveLength(1);
      expect(asked.filter(isOf)).toHaveLength(1);
    }
  });
}

test('a visit asks nobody else and leaves nothing behind', async ({ page, baseURL }) => {
  const heard = listen(page);
  await openPage(page, '/');
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('perez');
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /Gorbachev/ })
    .first()
    .click();
  await page.waitForURL(/\/(events|sources|people)\//);

  await openPage(page, '/sources/gorbachev-perez-de-cuellar-1990-11-19');
  await page.locator('[data-excerpt] [data-term]').first().click();
  await expect(page.locator('#term-note')).toBeVisible();

  await openPage(page, '/timeline');
  await marks(page).first().press('Enter');
  await expect(page.locator('#panel')).toBeVisible();
  await page.locator('#panel h2 a').click();
  await page.waitForURL(/\/events\//);
  await page.waitForLoadState('networkidle');

  expect(heard.foreign(new URL(baseURL!).origin)).toEqual([]);
  expect(await findKept(page)).toEqual([]);
  expect(heard.messages).toEqual([]);
});

test('every answer carries the headers that keep a browser careful', async ({ request }) => {
  for (const path of ['/', '/timeline', '/search-index.json', '/icon.svg', '/no-such-page']) {
    const headers = (await request.get(path)).headers();
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toBe('strict-origin-when-cross-origin');
    expect(headers['permissions-policy'], path).toContain('camera=()');
    expect(headers['set-cookie'], path).toBeUndefined();
    // It would have the browser start anew for each who comes from elsewhere.
    expect(headers['cross-origin-opener-policy'], path).toBeUndefined();
  }
});

test('where somebody signs in, no other site’s window has a hold', async ({ request }) => {
  for (const path of ['/teach/sign-in', '/teach/recover', '/join']) {
    const headers = (await request.get(path)).headers();
    expect(headers['cross-origin-opener-policy'], path).toBe('same-origin');
    expect(headers['x-frame-options'], path).toBe('DENY');
    expect(headers['cache-control'], path).toContain('no-store');
  }
});

test('a link to another site tells it nothing', async ({ page }) => {
  await page.goto('/sources/gorbachev-perez-de-cuellar-1990-11-19');
  const links = page.locator('a[href^="http"]');
  expect(await links.count()).toBeGreaterThan(0);
  const careless = await links.evaluateAll((all) =>
    all.filter((link) => !(link as HTMLAnchorElement).relList.contains('noreferrer')).map((link) => link.outerHTML)
  );
  expect(careless).toEqual([]);
});

for (const path of ['/no-such-page', '/events/no-such-event', '/sources/no-such-source', '/a/b/c/d', '/essays/x/y']) {
  test(`${path} is answered by the page for what is not there`, async ({ page }) => {
    const response = await openPage(page, path);
    expect(response.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
    await page.locator('main').getByRole('link', { name: 'Sources' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sources');
  });
}
