import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { excerpt } from '../collection.fixture.ts';
import CopyQuotation from './CopyQuotation.svelte';
import Excerpt from './Excerpt.svelte';

const copied = async (fragment: string, select?: () => void): Promise<string> => {
  const oncopy = vi.fn(async (text: string) => void text);
  await render(CopyQuotation, {
    props: {
      excerpt,
      keyPassage: 'both',
      fragment,
      page: 'https://example.org/sources/note',
      credit: 'Gorbachev, 19 November 1990',
      oncopy
    }
  });
  select?.();
  await page.getByRole('button', { name: 'Copy quotation' }).click();
  await expect.element(page.getByRole('status')).toMatchTextContent('Copied, with its citation.');
  return oncopy.mock.calls[0]![0];
};

describe('CopyQuotation', () => {
  it.each([
    ['the key passage, where nothing is chosen', '', 'Two steps are needed. […] The Council', '#p1'],
    ['the passage that the address names', 'passage-steps', 'Two steps', '#p1'],
    ['the paragraph that the address names', 'p2', 'The Council must unite.', '#p2']
  ])('copies %s', async (_, fragment, words, place) => {
    const text = await copied(fragment);
    expect(text).toContain(words);
    expect(text).toContain('Gorbachev, 19 November 1990');
    expect(text).toContain(`https://example.org/sources/note${place}`);
  });

  it('copies the words that are selected, without numbers, and cites their paragraph', async () => {
    const holder = document.createElement('div');
    holder.dataset.excerpt = '';
    document.body.append(holder);
    await render(Excerpt, { props: { excerpt, language: 'en' }, target: holder });
    const text = await copied('', () => getSelection()!.selectAllChildren(holder.querySelector('#p2')!));
    expect(text).toContain('The Council must unite.');
    expect(text).not.toMatch(/2\s*The Council/);
    expect(text).toContain('/sources/note#p2');
    holder.remove();
  });

  it('says so where the browser does not allow it', async () => {
    await render(CopyQuotation, {
      props: {
        excerpt,
        keyPassage: 'both',
        fragment: '',
        page: 'p',
        credit: 'c',
        oncopy: () => Promise.reject(new Error('denied'))
      }
    });
    await page.getByRole('button', { name: 'Copy quotation' }).click();
    await expect.element(page.getByRole('status')).toMatchTextContent(/did not allow copying/);
  });
});
