import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { quotation } from '../collection.fixture.ts';
import QuotationBlock from './QuotationBlock.svelte';

describe('QuotationBlock', () => {
  it('gives the words, whose they are, when, and that they were translated and secret', async () => {
    const { container } = await render(QuotationBlock, { props: { quotation } });
    expect(container.querySelector('blockquote')!.textContent!.trim()).toBe(quotation.text);
    expect(container.querySelector('blockquote')!.lang).toBe('en');
    await expect
      .element(page.getByRole('link', { name: quotation.source.shortTitle }))
      .toHaveAttribute('href', '/sources/soviet-note#passage-both');
    for (const words of ['19 November 1990', 'in translation', 'secret at the time']) {
      await expect.element(page.getByRole('figure')).toMatchTextContent(words);
    }
  });

  it('says nothing of translation or secrecy where there was none', async () => {
    const source = { ...quotation.source, publicThen: true };
    await render(QuotationBlock, { props: { quotation: { ...quotation, translated: false, source } } });
    await expect.element(page.getByRole('figure')).not.toMatchTextContent(/translation|secret/);
  });
});
