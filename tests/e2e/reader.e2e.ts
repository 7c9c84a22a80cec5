import { readFile } from 'node:fs/promises';
import type { JSHandle, Locator, Page } from '@playwright/test';
import { onAxis } from '#lib/model/historical-date.ts';
import { collection } from './collection.ts';
import { waitForScripts } from './open-page.ts';
import { expect, test } from './page-errors.ts';

const conversation = collection.sources.find(({ id }) => id === 'gorbachev-perez-de-cuellar-1990-11-19')!;
const resolution = collection.sources.find(({ id }) => id === 'unsc-res-678')!;
const pathOf = ({ id }: { id: string }) => `/sources/${id}`;

async function openSource(page: Page, source: { id: string }, fragment = ''): Promise<void> {
  await page.goto(pathOf(source) + fragment);
  await waitForScripts(page);
}

const excerpt = (page: Page): Locator => page.locator('[data-excerpt]');
const pieces = (page: Page, passage: string): Locator => page.locator(`[data-passages~="${passage}"]`);

const backgrounds = (found: Locator): Promise<string[]> =>
  found.evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node).backgroundColor));
const unlit = 'rgba(0, 0, 0, 0)';

/** Sources as their pages' HTML has them, before any script: read all at once, for what must hold of every one. */
async function pagesOf(page: Page, sources: readonly { readonly id: string }[]): Promise<JSHandle<Document[]>> {
  await page.goto('/sources');
  return page.evaluateHandle(async (paths) => {
    const read = async (path: string) => new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
    return Promise.all(paths.map(read));
  }, sources.map(pathOf));
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

test.describe('paragraphs and passages', () => {
  test('a paragraph’s number is a link that lights the paragraph', async ({ page }) => {
    await openSource(page, conversation);
    const paragraph = page.locator('#p2');
    const bar = () => paragraph.evaluate((node) => getComputedStyle(node, '::before').content);
    expect(await bar()).toBe('none');
    await paragraph.getByRole('link', { name: 'Paragraph 2' }).click();
    await expect(page).toHaveURL(/#p2$/);
    expect(await bar()).toBe('""');
    await expect(paragraph).toBeInViewport();
    await page.goto(`${pathOf(conversation)}#p3`);
    await expect(page.locator('#p3')).toBeInViewport();
    expect(await bar()).toBe('none');
  });

  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
      test.use({ javaScriptEnabled });

      test('a passage in the address is lit in all its pieces', async ({ page }) => {
        await page.goto(`${pathOf(resolution)}#passage-all-necessary-means`);
        const lit = pieces(page, 'all-necessary-means');
        expect(await lit.count()).toBeGreaterThan(1);
        const colours = new Set(await backgrounds(lit));
        expect(colours.size).toBe(1);
        expect(colours).not.toContain(unlit);
        expect(new Set(await backgrounds(pieces(page, 'deadline')))).toEqual(new Set([unlit]));
        await expect(lit.first()).toBeInViewport();
        const words = await lit.evaluateAll((nodes) => nodes.map((node) => node.textContent).join(''));
        const passage = resolution.excerpt!.passages.find(({ id }) => id === 'all-necessary-means')!;
        expect(words.replace(/\s+/g, ' ')).toBe(passage.text);
      });
    });
  }

  test('the list of passages lights each of them', async ({ page }) => {
    await openSource(page, conversation);
    for (const { id } of conversation.excerpt!.passages) {
      await page.locator(`aside a[href="#passage-${id}"]`).click();
      await expect.poll(async () => (await backgrounds(pieces(page, id))).includes(unlit), id).toBe(false);
      await expect(pieces(page, id).first()).toBeInViewport();
    }
  });
});

test.describe('a term', () => {
  const term = collection.terms.find(({ id }) => id === 'cfe')!;
  const word = (page: Page) => excerpt(page).locator(`a[data-term="${term.id}"]`).first();
  const note = (page: Page) => page.locator('#term-note');

  test('opens while the pointer is on it or on its note, and closes when it leaves', async ({ page }) => {
    await openSource(page, conversation);
    await word(page).hover();
    await expect(note(page)).toBeVisible();
    await expect(note(page)).toContainText(term.definition);
    const to = (await note(page).boundingBox())!;
    // In one stride: how long the pointer may be on its way is the reader's, not a busy machine's.
    await page.mouse.move(to.x + 30, to.y + 10);
    await page.waitForTimeout(600);
    await expect(note(page)).toBeVisible();
    await page.mouse.move(2, 2, { steps: 3 });
    await expect(note(page)).toBeHidden();
  });

  test('opens with a press and stays; a press elsewhere closes it', async ({ page }) => {
    await openSource(page, conversation);
    await word(page).click();
    await expect(note(page)).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`${conversation.id}$`));
    await page.getByRole('heading', { level: 1 }).click();
    await expect(note(page)).toBeHidden();
  });

  test('opens when the keyboard reaches it, and Escape closes it where it is', async ({ page }) => {
    await openSource(page, conversation);
    await page.locator('#p1 .number').focus();
    await page.keyboard.press('Tab');
    await expect(word(page)).toBeFocused();
    await expect(note(page)).toBeVisible();
    await expect(word(page)).toHaveAccessibleDescription(new RegExp(term.term.slice(0, 20)));
    await page.keyboard.press('Escape');
    await expect(note(page)).toBeHidden();
    await expect(word(page)).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(note(page)).toBeVisible();
    await expect(note(page)).not.toContainText(term.definition);
  });

  test('closes when the focus leaves the words', async ({ page }) => {
    await openSource(page, conversation);
    await page.locator('#p1 .number').focus();
    await page.keyboard.press('Tab');
    await expect(note(page)).toBeVisible();
    await page.keyboard.press('Shift+Tab');
    await expect(note(page)).toBeHidden();
  });

  test('Escape closes the note of the pointer, which does not move', async ({ page }) => {
    await openSource(page, conversation);
    await word(page).hover();
    await expect(note(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(note(page)).toBeHidden();
    await page.waitForTimeout(400);
    await expect(note(page)).toBeHidden();
  });

  test('leads on to the glossary', async ({ page }) => {
    await openSource(page, conversation);
    await word(page).click();
    await note(page).getByRole('link', { name: 'In the glossary' }).click();
    await expect(page).toHaveURL(new RegExp(`/glossary#${term.id}$`));
    await expect(page.locator(`[id="${term.id}"]`)).toBeInViewport();
  });

  test.describe('with a finger', () => {
    test.use({ hasTouch: true, viewport: { width: 390, height: 700 } });

    test('opens with a tap, within the window', async ({ page }) => {
      await openSource(page, conversation);
      await word(page).tap();
      await expect(note(page)).toBeVisible();
      const box = (await note(page).boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(390);
      await page.getByRole('heading', { level: 1 }).tap();
      await expect(note(page)).toBeHidden();
    });
  });

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });

    test('is a link to the glossary', async ({ page }) => {
      await page.goto(pathOf(conversation));
      await word(page).click();
      await expect(page).toHaveURL(new RegExp(`/glossary#${term.id}$`));
    });
  });
});

test.describe('copying', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  const copyQuotation = async (page: Page): Promise<string> => {
    await page.getByRole('button', { name: 'Copy quotation' }).click();
    await expect(page.getByText('Copied, with its citation.')).toBeVisible();
    return clipboard(page);
  };
  const credit = 'Record of Gorbachev and Pérez de Cuéllar, Paris, 19 November 1990.';

  /** Selects from the beginning of one paragraph to the end of another, as a reader's drag would. */
  const select = (page: Page, from: string, to: string) =>
    page.evaluate(
      ([first, last]) => {
        const range = document.createRange();
        range.setStart(document.querySelector(first!)!, 0);
        range.setEndAfter(document.querySelector(last!)!.lastChild!);
        getSelection()!.removeAllRanges();
        getSelection()!.addRange(range);
      },
      [from, to] as const
    );

  test('takes the key passage where nothing is chosen', async ({ page }) => {
    await openSource(page, conversation);
    const passage = conversation.excerpt!.passages.find(({ id }) => id === conversation.keyPassage)!;
    const address = new URL(pathOf(conversation), page.url()).href;
    expect(await copyQuotation(page)).toBe(`“${passage.text}” — ${credit} ${address}#${passage.paragraph}`);
  });

  test('takes the paragraph or the passage that the address names', async ({ page }) => {
    await openSource(page, conversation, '#p1');
    const [first] = conversation.excerpt!.paragraphs;
    const words = conversation.excerpt!.plain.slice(first!.start, first!.end);
    const address = new URL(pathOf(conversation), page.url()).href;
    expect(await copyQuotation(page)).toBe(`“${words.replace(/\s+/g, ' ')}” — ${credit} ${address}#p1`);

    await page.locator('aside a[href="#passage-avoid-war"]').click();
    const passage = conversation.excerpt!.passages.find(({ id }) => id === 'avoid-war')!;
    await page.getByRole('button', { name: 'Copy quotation' }).click();
    await expect.poll(() => clipboard(page)).toBe(`“${passage.text}” — ${credit} ${address}#${passage.paragraph}`);
  });

  test('takes the selected words, without paragraph numbers', async ({ page }) => {
    await openSource(page, conversation);
    await page.locator('#p2 p').evaluate((node) => {
      const words = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      let text = words.nextNode() as Text;
      while (!text.data.includes('I would like to congratulate you')) text = words.nextNode() as Text;
      const range = document.createRange();
      const start = text.data.indexOf('congratulate');
      range.setStart(text, start);
      range.setEnd(text, start + 'congratulate you'.length);
      getSelection()!.removeAllRanges();
      getSelection()!.addRange(range);
    });
    const address = new URL(pathOf(conversation), page.url()).href;
    expect(await copyQuotation(page)).toBe(`“congratulate you” — ${credit} ${address}#p2`);
  });

  test('keeps the words of two paragraphs apart', async ({ page }) => {
    await openSource(page, resolution);
    const numbered = resolution.excerpt!.paragraphs.filter(({ id }) => id !== null);
    const [one, two] = numbered.slice(-2);
    await select(page, `#${one!.id}`, `#${two!.id} p`);
    const words = resolution.excerpt!.plain.slice(one!.start, two!.end).replace(/\s+/g, ' ');
    const copied = await copyQuotation(page);
    expect(copied.slice(1, copied.indexOf('”'))).toBe(words);
    expect(copied).toContain(`#${one!.id}`);
  });

  for (const [name, key] of [
    ['Chicago', 'chicago'],
    ['MLA', 'mla'],
    ['APA', 'apa']
  ] as const) {
    test(`a citation in ${name} takes the text that is shown, and follows the chosen paragraph`, async ({ page }) => {
      await openSource(page, conversation);
      const shown = page
        .locator('section[aria-labelledby="cite"] dl > div')
        .filter({ hasText: name })
        .locator('dd span');
      const address = new URL(pathOf(conversation), page.url()).href;
      await expect(shown.first()).toContainText(address);
      await page.locator('#p3 .number').click();
      await expect(shown.first()).toContainText(`¶ 3`);
      await expect(shown.first()).toContainText(`${address}#p3`);
      await page.getByRole('button', { name: `Copy ${name}` }).click();
      await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
      expect(await clipboard(page), key).toBe(await shown.first().textContent());
    });
  }

  test('a browser that allows no copying is told of, and the button stays', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    });
    await openSource(page, conversation);
    await page.getByRole('button', { name: 'Copy quotation' }).click();
    await expect(page.getByText('The browser did not allow copying.')).toBeVisible();
  });
});

test.describe('files for programs that keep references', () => {
  async function download(page: Page, name: string): Promise<{ file: string; text: string }> {
    await openSource(page, conversation);
    const started = page.waitForEvent('download');
    await page.getByRole('link', { name, exact: true }).click();
    const loaded = await started;
    return { file: loaded.suggestedFilename(), text: await readFile(await loaded.path(), 'utf8') };
  }

  test('BibTeX', async ({ page }) => {
    const { file, text } = await download(page, 'BibTeX');
    expect(file).toBe(`${conversation.id}.bib`);
    expect(text).toMatch(/^@\w+\{[\w-]+,\n/);
    expect(text.trimEnd().endsWith('}')).toBe(true);
    expect(text.split('{').length).toBe(text.split('}').length);
    expect(text).toMatch(/title\s*=.*Record of a Conversation/);
  });

  test('RIS', async ({ page }) => {
    const { file, text } = await download(page, 'RIS');
    expect(file).toBe(`${conversation.id}.ris`);
    const lines = text.split(/\r?\n/).filter(Boolean);
    expect(lines[0]).toMatch(/^TY {2}- [A-Z]+$/);
    expect(lines.at(-1)).toMatch(/^ER {2}- ?$/);
    for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
    expect(text).toContain(`- ${conversation.title}`);
  });

  test('CSL-JSON', async ({ page }) => {
    const { file, text } = await download(page, 'CSL-JSON');
    expect(file).toBe(`${conversation.id}.json`);
    const [item] = JSON.parse(text) as { title: string; issued: unknown; URL: string }[];
    expect(item).toMatchObject({
      title: conversation.title,
      issued: { 'date-parts': [[1990, 11, 19]] },
      URL: conversation.whereToRead
    });
  });
});

test('previous and next walk through all sources in order of time', async ({ page }) => {
  const pages = await pagesOf(page, collection.sources);
  const next = await pages.evaluate((all) =>
    all.map((found) => found.querySelector('a[rel="next"]')?.getAttribute('href')?.split('/').at(-1) ?? null)
  );
  expect(next).toEqual([...collection.sources.slice(1).map(({ id }) => id), null]);
  const starts = collection.sources.map(({ date }) => onAxis(date, 0).start);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));

  await openSource(page, collection.sources[40]!);
  await page.getByRole('navigation', { name: 'Sources before and after' }).locator('[rel="next"]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(collection.sources[41]!.shortTitle);
  await page.locator('[rel="prev"]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(collection.sources[40]!.shortTitle);
});

test('going on to the next source takes its citation and its files along', async ({ page }) => {
  await openSource(page, conversation, '#p2');
  await page.locator('[rel="next"]').click();
  const next = collection.sources[collection.sources.indexOf(conversation) + 1]!;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(next.shortTitle);
  const cite = page.locator('section[aria-labelledby="cite"]');
  await expect(cite.locator('dd').first()).toContainText(pathOf(next));
  await expect(cite.locator('dd').first()).not.toContainText('#p2');
  await expect(cite.getByRole('link', { name: 'RIS' })).toHaveAttribute('href', new RegExp(`${next.id}/cite\\.ris$`));
});

test.describe('foreign documents', () => {
  const foreign = collection.sources.filter(({ language, excerpt: words }) => language !== 'en' && words !== null);

  test('have their language and direction, and our rendering is marked as ours', async ({ page }) => {
    expect(foreign.length).toBeGreaterThan(10);
    const pages = await pagesOf(page, foreign);
    const read = await pages.evaluate((all) =>
      all.map((found) => {
        const words = found.querySelector('.excerpt')!;
        const ours = found.querySelector('section[aria-labelledby="rendering"]');
        const own = ours?.querySelector('[lang]');
        return {
          lang: words.getAttribute('lang'),
          dir: words.getAttribute('dir'),
          rendering: ours?.textContent?.replace(/\s+/g, ' '),
          renderingLang: own?.getAttribute('lang'),
          renderingDir: own?.getAttribute('dir')
        };
      })
    );
    read.forEach((found, index) => {
      const { id, language, rendering } = foreign[index]!;
      expect(found, id).toMatchObject({ lang: language, dir: language === 'ar' ? 'rtl' : 'ltr' });
      if (!rendering) return expect(found.rendering, id).toBeUndefined();
      expect(found.rendering, id).toContain('In English: our own rendering');
      expect(found.rendering, id).toContain("Not the document's words. Quote the original.");
      expect(found.rendering, id).toContain(rendering.replace(/\s+/g, ' ').trim());
      expect(found, id).toMatchObject({ renderingLang: 'en', renderingDir: 'ltr' });
    });
    expect(foreign.filter(({ rendering }) => rendering).length).toBeGreaterThan(5);
  });

  test('Arabic runs from the right, with its numbers on that side', async ({ page }) => {
    const arabic = foreign.find(({ id }) => id === 'cairo-arab-summit-resolution-1990-08-10')!;
    await openSource(page, arabic);
    const number = (await page.locator('#p1 .number').boundingBox())!;
    const words = (await page.locator('#p1 p').boundingBox())!;
    expect(number.x).toBeGreaterThan(words.x + words.width - 5);
    expect(await page.locator('#p1 p').evaluate((node) => getComputedStyle(node).direction)).toBe('rtl');
  });
});

test('sources that may not be quoted show no words, and say where they can be read', async ({ page }) => {
  const unquoted = collection.sources.filter(({ display }) => display !== 'ready');
  expect(unquoted.length).toBe(26);
  const wordsOf = async (sources: readonly { readonly id: string }[]) =>
    (await pagesOf(page, sources)).evaluate((all) =>
      all.map((found) => ({
        excerpts: found.querySelectorAll('[data-excerpt], .excerpt, blockquote, .passage').length,
        external: found.querySelector('main a[rel~="external"]')?.getAttribute('href'),
        main: found.querySelector('main')!.textContent
      }))
    );
  const read = await wordsOf(unquoted);
  read.forEach((found, index) => {
    const { id, whereToRead } = unquoted[index]!;
    expect(found.excerpts, id).toBe(0);
    expect(found.external, id).toBe(whereToRead);
    expect(found.main, id).toContain('Not quoted here');
    expect(found.main, id).not.toContain('Copy quotation');
  });
  const quoted = collection.sources.filter(({ display }) => display === 'ready');
  const shown = await wordsOf(quoted);
  shown.forEach((found, index) => expect(found.excerpts, quoted[index]!.id).toBeGreaterThan(0));
});

test('the provenance has every field of the record', async ({ page }) => {
  const pages = await pagesOf(page, collection.sources);
  const read = await pages.evaluate((all) =>
    all.map((found) => {
      const rows = [...found.querySelectorAll('section[aria-labelledby="provenance"] dl > div')];
      return Object.fromEntries(
        rows.map((row) => [
          row.querySelector('dt')!.textContent!.trim(),
          row.querySelector('dd')!.textContent!.replace(/\s+/g, ' ').trim()
        ])
      ) as Record<string, string>;
    })
  );
  read.forEach((rows, index) => {
    const source = collection.sources[index]!;
    expect(rows, source.id).toMatchObject({
      Title: flat(source.title),
      'Who made or recorded it': flat(source.creator),
      'Archive or publication': flat(source.repository),
      Rights: flat(source.rights)
    });
    expect(rows['Where and when'], source.id).toContain(flat(source.place));
    expect(rows['Language'], source.id).toContain(flat(source.originalLanguage));
    expect(rows['Record'], source.id).toContain(flat(source.recordId));
    expect(rows['Who could read it then'], source.id).toContain(
      source.publicThen ? 'Public at the time.' : 'Not public at the time.'
    );
    expect(rows['Read it at'], source.id).toContain(source.whereToRead);
    expect(rows['Complete?'], source.id).toBeTruthy();
    expect(rows['Kind'], source.id).toBeTruthy();
    const checked = rows['How its words were checked'] ?? '';
    for (const part of [source.excerptStatus, source.displayReason, source.differences]) {
      expect(checked, source.id).toContain(flat(part));
    }
    if (source.meeting) expect(rows['Meeting'], source.id).toBe(source.meeting);
    if (source.excerpt) expect(checked, source.id).toContain(source.excerpt.sha256);
    if (source.openedNote && source.openedNote !== 'not documented') {
      expect(rows['Who could read it then'], source.id).toContain(flat(source.openedNote));
    }
  });
});

test('the events that a source bears on lead there', async ({ page }) => {
  await openSource(page, conversation);
  const section = page.getByRole('region', { name: 'Events that it bears on' });
  const events = collection.events.filter(({ sources }) => sources.some(({ id }) => id === conversation.id));
  await expect(section.getByRole('link')).toHaveCount(events.length);
  await section.getByRole('link', { name: events[0]!.title }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(events[0]!.title);
  await page.getByRole('link', { name: conversation.shortTitle }).first().click();
  await expect(page).toHaveURL(new RegExp(`${pathOf(conversation)}#passage-`));
});
