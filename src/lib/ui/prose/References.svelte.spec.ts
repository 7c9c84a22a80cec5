import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Essay } from '#lib/model/essay.ts';
import { sourceDigest } from '../collection.fixture.ts';
import References from './References.svelte';
import Sentence from './Sentence.fixture.svelte';

const references: Essay['references'] = [
  { id: 'note', kind: 'record', text: 'The Soviet note.', source: 'soviet-note' },
  { id: 'memoir', kind: 'memoir', text: 'A diary of 1996.', url: 'https://example.org/diary' }
];

describe('a sentence', () => {
  it('has the number of each reference, linked to where it is listed', async () => {
    await render(Sentence, { props: { references } });
    const numbers = page.getByRole('link', { name: /^Reference/ }).elements();
    expect(
      numbers.map((link) => [link.textContent, link.getAttribute('aria-label'), link.getAttribute('href')])
    ).toEqual([
      ['2', 'Reference 2', '#reference-memoir'],
      ['1', 'Reference 1', '#reference-note']
    ]);
  });

  it('marks words of a source as a quotation, linked where the source is here', async () => {
    const { container } = await render(Sentence, { props: { references } });
    expect([...container.querySelectorAll('q')].map((words) => words.textContent)).toEqual(['two steps', 'a pause']);
    await expect.element(page.getByRole('link', { name: 'two steps' })).toHaveAttribute('href', '/sources/soviet-note');
  });
});

describe('References', () => {
  it('lists what each number stands for: its kind, its document, its address', async () => {
    const { container } = await render(References, { props: { references, sources: { 'soviet-note': sourceDigest } } });
    const [note, memoir] = ['note', 'memoir'].map((id) => container.querySelector(`#reference-${id}`)!);
    expect(note!.textContent!.replace(/\s+/g, ' ')).toContain('1 The Soviet note. Primary record');
    expect(note!.querySelector('a')!.getAttribute('href')).toBe('/sources/soviet-note');
    expect(memoir!.textContent!.replace(/\s+/g, ' ')).toContain("2 A diary of 1996. A participant's later account");
    expect(memoir!.querySelector('a')!.getAttribute('href')).toBe('https://example.org/diary');
  });
});
