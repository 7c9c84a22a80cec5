import { collection } from 'virtual:collection';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import FactSources from './FactSources.svelte';

it.each([
  ['https://www.un.org/en/docs/678', 'un.org /en/docs/678', 'https://www.un.org/en/docs/678'],
  [
    'Yearbook of the United Nations 1990, p. 204, https://cdn.un.org/y.pdf',
    'Yearbook of the United Nations 1990, p. 204 cdn.un.org',
    'https://cdn.un.org/y.pdf'
  ],
  ['https://undocs.org/S/RES/678(1990)', 'undocs.org /S/RES/678(1990)', 'https://undocs.org/S/RES/678(1990)']
])('names where %s leads', async (citation, name, address) => {
  await render(FactSources, { props: { citations: [citation] } });
  await expect.element(page.getByRole('link', { name, exact: true })).toHaveAttribute('href', address);
});

it('leaves a citation in words as it is', async () => {
  await render(FactSources, { props: { citations: ['Interview of 1996, on paper only'] } });
  await expect.element(page.getByRole('listitem')).toHaveTextContent('Interview of 1996, on paper only');
  expect(page.getByRole('link').elements()).toEqual([]);
});

it('can show every list of the collection', async () => {
  const { events, sources, terms, councils } = collection;
  const lists = [
    ...events.map(({ factSources }) => factSources),
    ...sources.map(({ checkedAgainst }) => checkedAgainst),
    ...[...terms, ...councils].map(({ citations }) => citations)
  ];
  for (const citations of lists) {
    const { container, unmount } = await render(FactSources, { props: { citations } });
    expect(container.querySelectorAll('li')).toHaveLength(citations.length);
    for (const link of container.querySelectorAll('a')) expect(link.getAttribute('href')).not.toMatch(/[;,.]$/);
    await unmount();
  }
});
