import { expect, test, type Page } from '@playwright/test';
import { states1990 } from '#lib/chart/states-1990.ts';
import { readContentFiles } from '#lib/content/read-files.ts';
import { pageTypes } from '../page-types.js';
import { collection } from './collection.ts';
import { begin } from './kiosk.ts';
import { openPage, waitForDrawing, waitForScripts } from './open-page.ts';
import { findCutText, findOverflow } from './overflow.ts';
import { sweep } from './one-page.ts';
import { marks } from './timeline-surface.ts';

test.describe.configure({ timeout: 120_000 });
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const sizes = [
  { width: 320, height: 640 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 }
];

/**
 * The address of a page type here: each page is a folder, and what is not there is the host's affair. Made-up events
 * have made-up words, which are neither messages nor content.
 */
const pages = pageTypes
  .filter(({ name }) => name !== 'missing' && name !== 'timeline-synthetic')
  .map(({ name, path }) => ({ name, path: path.replace(/^([^?]*[^?/])(\?|$)/, '$1/$2') }));

const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Without the marks of Markdown, and without brackets, which mark omissions. */
const bare = (text: string) => plain(text.replace(/[[\]*_`\\]/g, ''));

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [plain(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}

/** Names and addresses that are the same in every language, and signs. */
const names = /^(Chicago|MLA|APA|BibTeX|RIS|CSL-JSON|SHA-256|[0-9a-f]{64}|https?:\/\/\S+|[^\p{L}]*)$/u;
/** The words of which Intl writes dates here. */
const dateWords = new Set(
  Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(1990, month, month + 1))).flatMap((day) =>
    ['long' as const, 'short' as const].flatMap((form) =>
      new Intl.DateTimeFormat('en', { month: form, weekday: form, timeZone: 'UTC' }).format(day).split(/[^\p{L}]+/u)
    )
  )
);
const isDate = (text: string) => (text.match(/\p{L}+/gu) ?? []).every((word) => dateWords.has(word));

/**
 * What a page says, in two heaps: `interface` is what a reader works the page with, `rest` is all
 * other text. What is spelt out for those who do not see the page counts as the interface.
 */
function readWords(page: Page): Promise<{ interface: string[]; rest: string[] }> {
  return page.evaluate(() => {
    const worked =
      'header.no-print, footer, nav, button, label, legend, summary, dt, th, option, figcaption, [role="status"]';
    const heaps = { interface: [] as string[], rest: [] as string[] };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement!;
      const text = node.nodeValue?.trim() ?? '';
      if (text === '' || holder.closest('script, style, noscript')) continue;
      // A citation has the words of its style, whatever the language of the page.
      if (holder.closest('#cite ~ dl dd > span')) continue;
      const isWorked = holder.closest(worked) && !holder.closest('.prose');
      // Two facts may stand in one line with a dot between them.
      heaps[isWorked ? 'interface' : 'rest'].push(...text.split(' · '));
    }
    for (const node of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
      for (const attribute of ['aria-label', 'placeholder', 'title', 'alt']) {
        const text = node.getAttribute(attribute)?.trim();
        if (text) heaps.interface.push(text);
      }
    }
    return heaps;
  });
}

test.describe('every word of the interface can be translated', () => {
  /** Whole strings of the content: titles, names, offices, dates as the record has them. */
  let wholes: ReadonlySet<string>;
  /** All the content as one text, for words that are only a part of a paragraph. */
  let haystack: string;

  test.beforeAll(() => {
    wholes = new Set([...stringsOf(collection), ...stringsOf(states1990)]);
    const files = readContentFiles('.').map(({ text }) => text.replace(/<[^>]*>|\]\([^)]*\)/g, ''));
    haystack = bare([...wholes, ...files].join(' \n '));
  });

  /** One text of the content, or several in a row with commas between them. */
  const isContent = (text: string) =>
    haystack.includes(bare(text)) ||
    bare(text)
      .split(/[,;·.]( |$)|^\(|\)$/)
      .every((part) => part === undefined || isNeutral(part) || haystack.includes(part.trim()));
  const isMessage = (text: string) => text.startsWith('[') || text.endsWith(']');
  const isNeutral = (text: string) => names.test(text) || isDate(text);

  for (const { name, path } of pages) {
    sweep(`on ${name}, and long words have room from left to right and from right to left`, async ({ page }) => {
      await openPage(page, path);
      // The loop of a kiosk says little: its words stand behind the first touch.
      if (name === 'kiosk') await begin(page);
      for (const direction of ['ltr', 'rtl']) {
        await page.evaluate((dir) => {
          document.documentElement.dir = dir;
        }, direction);
        for (const size of sizes) {
          await page.setViewportSize(size);
          await waitForDrawing(page);
          expect.soft(await findOverflow(page), `${size.width} px ${direction}`).toEqual([]);
          expect.soft(await findCutText(page), `${size.width} px ${direction}`).toEqual([]);
        }
      }

      const words = await readWords(page);
      expect(words.interface.filter(isMessage).length).toBeGreaterThan(10);

      const hard = words.interface.map(plain).filter((text) => !isMessage(text) && !isNeutral(text));
      expect([...new Set(hard.filter((text) => !wholes.has(text)))]).toEqual([]);

      const unknown = words.rest.map(plain).filter((text) => !isMessage(text) && !isNeutral(text));
      expect([...new Set(unknown.filter((text) => !isContent(text)))]).toEqual([]);
    });
  }
});

test.describe('under a path of a host of plain files', () => {
  test('one walks from the first page to the timeline, an event and a source', async ({ page, baseURL }) => {
    const failed: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
    });
    page.on('pageerror', (error) => failed.push(error.message));

    await openPage(page, '/');
    await page.locator('main a[href$="timeline/"]').first().click();
    await expect(page).toHaveURL(`${baseURL}timeline/`);
    await marks(page).first().press('Enter');
    await page.locator('#panel h2 a').click();
    await expect(page).toHaveURL(/\/museum\/two-steps\/events\/[\w-]+\/$/);
    await page.goBack();
    await page.goto('./events/gorbachev-two-step-conversation/');
    await waitForScripts(page);
    await page.locator('main figcaption a').first().click();
    await expect(page).toHaveURL(/\/museum\/two-steps\/sources\/[\w-]+\/(#[\w-]+)?$/);
    await expect(page.locator('[data-excerpt]')).toBeVisible();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'BibTeX' }).click()
    ]);
    expect(download.url()).toMatch(/\/museum\/two-steps\/sources\/[\w-]+\/cite\.bib$/);
    expect(await download.failure()).toBeNull();
    expect(failed).toEqual([]);
  });

  test('each page is whole when its address is opened, and after a reload', async ({ page }) => {
    const failed: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
    });
    for (const { path } of pages) {
      await openPage(page, path);
      const broken = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
          .map(({ href }) => href)
          .filter((address) => new URL(address).origin === location.origin)
          .filter((address) => !new URL(address).pathname.startsWith('/museum/two-steps/'))
      );
      expect(broken, path).toEqual([]);
    }
    await page.reload();
    await waitForScripts(page);
    expect(failed).toEqual([]);
  });

  test('the search finds and leads there', async ({ page }) => {
    await openPage(page, '/about/');
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('perez');
    await page.getByRole('dialog').locator('li a').first().click();
    await expect(page).toHaveURL(/\/museum\/two-steps\/(people|events|sources)\/[\w-]+\/$/);
    await expect(page.locator('h1')).toBeVisible();
  });

  test('the map is drawn', async ({ page }) => {
    const [drawing] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/museum/two-steps/map-1990.svg')),
      page.goto('./places/')
    ]);
    expect(drawing.status()).toBe(200);
    const land = page.locator('figure svg use').first();
    await expect(land).toBeVisible();
    await expect.poll(() => land.evaluate((node) => (node as SVGGraphicsElement).getBBox().width)).toBeGreaterThan(100);
  });
});
