import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import { term } from '../collection.fixture.ts';
import TermNotes from './TermNotes.svelte';

const children = createRawSnippet(() => ({
  render: () =>
    '<p>The <a href="/glossary#security-council" data-term="security-council">Council</a> and the <a href="/glossary#x" data-term="unknown">rest</a>. <button>Elsewhere</button></p>'
}));
const props = { terms: { 'security-council': term }, children };
const word = () => page.getByRole('link', { name: 'Council', exact: true });
const note = () => page.getByText(term.definition);

describe('TermNotes', () => {
  it('opens a term in place by a press, and says so to those who do not see it', async () => {
    await render(TermNotes, { props });
    await word().click();
    await expect.element(note()).toBeVisible();
    await expect.element(word()).toHaveAccessibleDescription(/primary responsibility for peace/);
    await expect
      .element(page.getByRole('link', { name: 'In the glossary' }))
      .toHaveAttribute('href', '/glossary#security-council');
  });

  it('opens when the keyboard reaches it, and closes by Escape with the focus kept', async () => {
    await render(TermNotes, { props });
    // The pointer rests away from the word.
    await page.getByRole('button', { name: 'Elsewhere' }).hover();
    await userEvent.tab();
    await expect.element(note()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(note()).not.toBeInTheDocument();
    expect(document.activeElement).toBe(word().element());
  });

  it('closes by a press elsewhere', async () => {
    await render(TermNotes, { props });
    await word().click();
    await expect.element(note()).toBeVisible();
    await page.getByRole('button', { name: 'Elsewhere' }).click();
    await expect.element(note()).not.toBeInTheDocument();
    await expect.element(word()).not.toHaveAttribute('aria-describedby');
  });

  it('stays within a narrow window', async () => {
    await page.viewport(320, 600);
    await render(TermNotes, { props });
    await word().click();
    await expect.element(note()).toBeVisible();
    await expect
      .poll(() => document.querySelector('#term-note')!.getBoundingClientRect().left)
      .toBeGreaterThanOrEqual(8);
    expect(document.querySelector('#term-note')!.getBoundingClientRect().right).toBeLessThanOrEqual(312);
  });
});
