import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { collection } from './collection.ts';
import { folderOfPages, idsOfFile, siteFiles, sitePages, type SitePage } from './site-files.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: {
      // Lay-out of the source and the way that Svelte writes it, not validity:
      'no-trailing-whitespace': 'off',
      'no-inline-style': 'off',
      'void-style': 'off',
      'attr-quotes': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'doctype-style': 'off',
      'long-title': 'off',
      // A list whose marks are taken away by the style says that it is one, for Safari.
      'no-redundant-role': 'off',
      // A part that is a region only because it scrolls is not a section of the text.
      'prefer-native-element': 'off',
      // The forms here answer every key and every choice at once: there is nothing to send.
      'wcag/h32': 'off'
    }
  })
);

async function validate({ file }: SitePage): Promise<string[]> {
  const report = await validator.validateFile(join(folderOfPages, file));
  return report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${file}:${line}:${column} ${ruleId} ${message}`)
  );
}

/** What the server answers by itself, which no file holds: asked in tests of its own. */
const answered = new Set(['/oembed', '/teach/classes', '/join']);

/** Where a link leads: an address of the site and a fragment; null when it leaves. */
function resolveLink(from: SitePage, link: string): { address: string; fragment: string } | null {
  const url = new URL(link, `http://site${from.address}`);
  if (url.origin !== 'http://site') return null;
  return { address: decodeURIComponent(url.pathname), fragment: decodeURIComponent(url.hash.slice(1)) };
}

test('there is a page for everything in the collection', () => {
  const addresses = new Set(sitePages.map(({ address }) => address));
  const wanted = [
    ...collection.events.map(({ id }) => `/events/${id}`),
    ...collection.sources.map(({ id }) => `/sources/${id}`),
    ...collection.people.map(({ id }) => `/people/${id}`),
    ...collection.essays.map(({ id }) => `/essays/${id}`),
    ...collection.comparisons.map(({ a, b }) => `/compare/${a}/${b}`)
  ];
  expect(wanted.filter((address) => !addresses.has(address))).toEqual([]);
});

test('every page is valid HTML', async () => {
  test.setTimeout(240_000);
  const found: string[] = [];
  for (const page of sitePages) found.push(...(await validate(page)));
  expect(found).toEqual([]);
});

test('every link, picture and script of every page is there, down to the fragment', () => {
  const pages = new Map(sitePages.map((page) => [page.address, new Set(page.ids)]));
  const drawings = new Map<string, string[]>();
  const faults = new Set<string>();
  let links = 0;
  for (const page of sitePages) {
    for (const { tag, attributes } of page.elements) {
      for (const link of [attributes.href, attributes.src, attributes.cite, attributes.action, attributes.poster]) {
        if (link === undefined) continue;
        const target = resolveLink(page, link);
        if (target === null) {
          if (!/^https?:\/\/[^/]+\.[^/]+/.test(link)) faults.add(`${page.file}: ${tag} ${link} is no address`);
          continue;
        }
        links += 1;
        const { address, fragment } = target;
        const ids = pages.get(address);
        if (!ids && !siteFiles.has(address) && !answered.has(address))
          faults.add(`${page.file}: ${link} leads nowhere`);
        else if (fragment !== '' && ids && !ids.has(fragment)) faults.add(`${page.file}: ${link} has no such place`);
        else if (fragment !== '' && !ids) {
          if (!drawings.has(address)) drawings.set(address, idsOfFile(address));
          if (!drawings.get(address)!.includes(fragment)) faults.add(`${page.file}: ${link} has no such part`);
        }
      }
    }
  }
  expect([...faults]).toEqual([]);
  expect(links).toBeGreaterThan(10_000);
});

test('every page says what it is: language, one title of its own, a description, one heading above all', () => {
  const faults: string[] = [];
  const titles = new Map<string, string>();
  for (const { file, html, elements, ids } of sitePages) {
    const of = (tag: string) => elements.filter((element) => element.tag === tag);
    const title = /<title>([^<]*)<\/title>/.exec(html)?.[1]?.trim() ?? '';
    const description = of('meta').find(({ attributes }) => attributes.name === 'description')?.attributes.content;
    const levels = elements.flatMap(({ tag }) => (/^h[1-6]$/.test(tag) ? Number(tag[1]) : []));
    const repeated = ids.filter((id, at) => ids.indexOf(id) !== at);

    if (of('html')[0]?.attributes.lang !== 'en-GB') faults.push(`${file}: no language`);
    if (of('title').length !== 1 || title === '') faults.push(`${file}: ${of('title').length} titles`);
    if (titles.has(title)) faults.push(`${file}: the title of ${titles.get(title)}, ${title}`);
    titles.set(title, file);
    if ((description ?? '').length < 20) faults.push(`${file}: no description`);
    if (levels.filter((level) => level === 1).length !== 1) faults.push(`${file}: headings of level 1 are not one`);
    if (levels[0] !== 1) faults.push(`${file}: the first heading is of level ${levels[0]}`);
    levels.forEach((level, at) => {
      const before = levels[at - 1] ?? 0;
      if (level > before + 1) faults.push(`${file}: heading ${at + 1} goes from level ${before} to ${level}`);
    });
    if (repeated.length > 0) faults.push(`${file}: more than one ${repeated.join(', ')}`);
  }
  expect(faults).toEqual([]);
});
