import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { source } from '../collection.fixture.ts';
import Provenance from './Provenance.svelte';

describe('Provenance', () => {
  it('tells all that a reader must know of a secret, translated record', async () => {
    const { container } = await render(Provenance, { props: { source, isTranslated: true } });
    for (const words of [
      'a Soviet note-taker',
      'Record of a conversation',
      'Paris, 19 November 1990',
      'English, a translation. Original: Russian',
      'Not public at the time. Open since 1 February 2010.',
      'An excerpt. What we leave out is marked […]',
      'Quoted with its source.',
      'verbatim; the words were checked.',
      'SHA-256 abc123'
    ]) {
      expect(container.textContent!.replace(/\s+/g, ' ')).toContain(words);
    }
    await expect
      .element(page.getByRole('link', { name: 'https://example.org/note' }))
      .toHaveAttribute('href', source.whereToRead);
  });

  it('says where a number or a date of opening is not known, and quotes nothing that it may not', async () => {
    const unknown = {
      ...source,
      recordId: 'not shown in the copy',
      opened: null,
      openedNote: 'not documented',
      excerpt: null
    };
    const { container } = await render(Provenance, { props: { source: unknown, isTranslated: false } });
    const words = container.textContent!.replace(/\s+/g, ' ');
    expect(words).toContain('No number known: not shown in the copy');
    expect(words).toContain('When it was opened is not documented.');
    expect(words).toContain('No words of it are quoted here.');
    expect(words).not.toContain('SHA-256');
  });

  it('says of a public document that it was', async () => {
    const { container } = await render(Provenance, {
      props: { source: { ...source, publicThen: true, opened: null }, isTranslated: false }
    });
    expect(container.textContent).toContain('Public at the time.');
    expect(container.textContent).not.toContain('Not public');
  });
});
