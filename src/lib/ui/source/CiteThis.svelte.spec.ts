import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import CiteThis from './CiteThis.svelte';

const props = {
  citations: {
    chicago: 'Record, 1990. <i>Two Steps</i>.',
    mla: '“Record.” <i>Two Steps</i>.',
    apa: 'Record. (1990). <i>Two Steps</i>.'
  },
  siteTitle: 'Two Steps',
  address: null,
  files: [
    { name: 'BibTeX', href: '/cite.bib', file: 'note.bib' },
    { name: 'RIS', href: '/cite.ris', file: 'note.ris' }
  ],
  oncopy: async () => {}
};

describe('CiteThis', () => {
  it('gives three styles, and files for programs', async () => {
    const { container } = await render(CiteThis, { props });
    expect([...container.querySelectorAll('dt')].map((name) => name.textContent)).toEqual(['Chicago', 'MLA', 'APA']);
    expect(container.querySelectorAll('dd i')).toHaveLength(3);
    await expect.element(page.getByRole('link', { name: 'BibTeX' })).toHaveAttribute('download', 'note.bib');
  });

  it('has the address of the chosen paragraph in every style', async () => {
    const address = 'https://example.org/sources/note#p2';
    const { container } = await render(CiteThis, { props: { ...props, address } });
    for (const citation of container.querySelectorAll('dd')) expect(citation.textContent).toContain(address);
  });

  it('hands over the words with their italics, and says that it did', async () => {
    const oncopy = vi.fn(async () => {});
    await render(CiteThis, { props: { ...props, oncopy } });
    await page.getByRole('button', { name: 'Copy MLA' }).click();
    expect(oncopy).toHaveBeenCalledExactlyOnceWith({ text: '“Record.” Two Steps.', html: props.citations.mla });
    await expect.element(page.getByRole('button', { name: 'Copied' })).toBeInTheDocument();
  });

  it('says so where the browser does not allow it', async () => {
    await render(CiteThis, { props: { ...props, oncopy: () => Promise.reject(new Error('denied')) } });
    await page.getByRole('button', { name: 'Copy APA' }).click();
    await expect.element(page.getByRole('status')).toMatchTextContent(/did not allow copying/);
    expect(page.getByRole('button', { name: 'Copied' }).elements()).toEqual([]);
  });
});
