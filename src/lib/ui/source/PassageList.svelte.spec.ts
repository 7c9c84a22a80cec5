import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { excerpt } from '../collection.fixture.ts';
import PassageList from './PassageList.svelte';

it('lists every passage in its own language, linked to where it stands', async () => {
  await render(PassageList, { props: { passages: excerpt.passages, language: 'ar' } });
  const links = page.getByRole('region', { name: 'Passages' }).getByRole('link');
  expect(
    links.elements().map((link) => [link.textContent, link.getAttribute('href'), link.getAttribute('dir')])
  ).toEqual([
    ['Two steps are needed. […] The Council', '#passage-both', 'rtl'],
    ['Two steps', '#passage-steps', 'rtl']
  ]);
});
