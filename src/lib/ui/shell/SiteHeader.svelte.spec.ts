import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import SiteHeader from './SiteHeader.svelte';

const props = { title: 'Two Steps', subtitle: 'Paris and the Gulf', path: '/events/[id]', onsearch: () => {} };

beforeEach(() => page.viewport(1280, 800));

describe('SiteHeader', () => {
  it('says where the reader is, by the list that the page belongs to', async () => {
    await render(SiteHeader, { props });
    const pages = page.getByRole('navigation', { name: 'Pages' });
    const here = pages
      .getByRole('link')
      .elements()
      .filter((link) => link.hasAttribute('aria-current'));
    expect(here.map((link) => link.textContent)).toEqual(['Timeline']);
    await expect.element(pages.getByRole('link', { name: 'Glossary' })).toHaveAttribute('href', '/glossary');
  });

  it('lets the content be reached at once', async () => {
    const { container } = await render(SiteHeader, { props });
    const first = container.querySelector('a, button')!;
    expect([first.textContent, first.getAttribute('href')]).toEqual(['Skip to the content', '#content']);
  });

  it('opens the search by a press, and leaves a press with a modifier to the browser', async () => {
    const onsearch = vi.fn();
    const { container } = await render(SiteHeader, { props: { ...props, onsearch } });
    const search = page.getByRole('link', { name: 'Search' });
    await expect.element(search).toHaveAttribute('href', '/search');
    await search.click();
    expect(onsearch).toHaveBeenCalledOnce();
    container.addEventListener('click', (event) => event.preventDefault(), { once: true });
    search.element().dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, metaKey: true }));
    expect(onsearch).toHaveBeenCalledOnce();
  });

  it('folds its pages into a menu on a phone', async () => {
    await page.viewport(360, 700);
    await render(SiteHeader, { props });
    const glossary = page.getByRole('link', { name: 'Glossary' });
    expect(glossary.elements()).toEqual([]);
    await page.getByRole('button', { name: 'Menu' }).click();
    await expect.element(glossary).toBeVisible();
  });
});
