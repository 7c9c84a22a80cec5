import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import { excerpt } from '../collection.fixture.ts';
import Excerpt from './Excerpt.svelte';

const lit = (container: Element, passage: string) =>
  [...container.querySelectorAll(`[data-passages~="${passage}"]`)].map((piece) => piece.textContent);

describe('Excerpt', () => {
  it('has the very words, paragraph by paragraph, and the omission', async () => {
    const { container } = await render(Excerpt, { props: { excerpt, language: 'en' } });
    const copy = container.querySelector('.excerpt')!.cloneNode(true) as Element;
    copy.querySelectorAll('.number').forEach((number) => number.remove());
    const blocks = [...copy.children].map((block) => block.textContent!.replace(/\s+/g, ' ').trim());
    expect(blocks.join(' ')).toBe(excerpt.plain);
  });

  it('numbers its paragraphs, each a link to itself', async () => {
    const { container } = await render(Excerpt, { props: { excerpt, language: 'en' } });
    const second = page.getByRole('link', { name: 'Paragraph 2' });
    await expect.element(second).toHaveAttribute('href', '#p2');
    expect(container.querySelector('#p2')!.textContent).toContain('must unite');
    expect(page.getByRole('link', { name: /^Paragraph/ }).elements()).toHaveLength(2);
  });

  it('marks a passage in all its pieces, and has one target for its address', async () => {
    const { container } = await render(Excerpt, { props: { excerpt, language: 'en' } });
    expect(lit(container, 'both')).toEqual(['Two steps ', 'are needed.', 'The ', 'Council']);
    expect(lit(container, 'steps')).toEqual(['Two steps ']);
    expect(container.querySelectorAll('#passage-both')).toHaveLength(1);
    expect(container.querySelectorAll('#passage-steps')).toHaveLength(1);
  });

  it('lights the passage that the address names, and no other word', async () => {
    const { container } = await render(Excerpt, { props: { excerpt, language: 'en' } });
    const colours = (passage: string) =>
      [...container.querySelectorAll(`[data-passages~="${passage}"]`)].map(
        (piece) => getComputedStyle(piece).backgroundColor
      );
    const plain = colours('both')[2];
    location.hash = '#passage-steps';
    await expect.poll(() => colours('steps')[0]).not.toBe(plain);
    expect(colours('both').slice(1)).toEqual([plain, plain, plain]);
    location.hash = '#passage-both';
    await expect.poll(() => colours('both')[3]).not.toBe(plain);
    location.hash = '';
  });

  it('sets the speaker apart, and links a term to the glossary', async () => {
    const { container } = await render(Excerpt, { props: { excerpt, language: 'en' } });
    expect(container.querySelector('.speaker')!.textContent).toBe('Gorbachev: ');
    await expect
      .element(page.getByRole('link', { name: 'Council' }))
      .toHaveAttribute('href', '/glossary#security-council');
  });

  it('draws the number of a pair once, where its passage begins', async () => {
    const { container } = await render(Excerpt, {
      props: { excerpt, language: 'en', marks: { both: { hue: 'b', number: 3 } }, prefix: 'a-' }
    });
    expect([...container.querySelectorAll('.pair')].map((pair) => pair.textContent)).toEqual(['3']);
    expect(container.querySelectorAll('.mark-b')).toHaveLength(4);
    expect(container.querySelector('#a-p1 #a-passage-both')).not.toBeNull();
  });

  it('writes Arabic from right to left, with the numbers as they are', async () => {
    const { container } = await render(Excerpt, { props: { excerpt, language: 'ar' } });
    const words = container.querySelector('.excerpt')!;
    expect([words.getAttribute('lang'), words.getAttribute('dir')]).toEqual(['ar', 'rtl']);
    expect(container.querySelector('.number')!.getAttribute('dir')).toBe('ltr');
  });
});
