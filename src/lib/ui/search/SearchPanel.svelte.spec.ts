import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Found } from '#lib/search/search-index.ts';
import SearchPanel from './SearchPanel.svelte';

const found: Found[] = [
  { kind: 'person', id: 'perez', title: 'Javier Pérez de Cuéllar', hint: 'Secretary-General' },
  { kind: 'term', id: 'good-offices', title: 'Good offices', hint: 'Help between two sides' },
  { kind: 'place', id: 'paris', title: 'Paris', hint: 'France' }
];
const field = () => page.getByRole('searchbox', { name: 'Search the collection' });
const says = (text: string) => expect.element(page.getByRole('status')).toHaveTextContent(text);

describe('SearchPanel', () => {
  it('asks once for what is typed, and links what was found', async () => {
    const find = vi.fn(async () => found);
    await render(SearchPanel, { props: { find } });
    await says('Type a name, a word or a date.');
    expect(find).not.toHaveBeenCalled();
    await field().fill('perez');
    await says('3 results');
    expect(find.mock.calls).toEqual([['perez']]);
    expect(
      page
        .getByRole('listitem')
        .getByRole('link')
        .elements()
        .map((link) => link.getAttribute('href'))
    ).toEqual(['/people/perez', '/glossary#good-offices', '/places#paris']);
    await expect
      .element(page.getByRole('link').first())
      .toMatchTextContent(/Person.*Javier Pérez de Cuéllar.*Secretary-General/);
  });

  it('says that it failed, once, and tries again when something else is typed', async () => {
    const find = vi
      .fn<(query: string) => Promise<Found[]>>()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue(found);
    await render(SearchPanel, { props: { find } });
    await field().fill('perez');
    await says('The search could not be loaded. Check the connection and type again.');
    expect(find).toHaveBeenCalledTimes(1);
    await field().fill('perez de');
    await says('3 results');
    expect(find).toHaveBeenCalledTimes(2);
  });

  it('shows the answer to the last question, whichever comes last', async () => {
    const answers: Record<string, (results: Found[]) => void> = {};
    const find = (query: string) => new Promise<Found[]>((resolve) => (answers[query] = resolve));
    await render(SearchPanel, { props: { find } });
    await field().fill('one');
    await field().fill('two');
    await expect.poll(() => Object.keys(answers)).toEqual(['one', 'two']);
    await says('Searching …');
    answers.two!(found);
    await says('3 results');
    answers.one!([]);
    await new Promise((done) => setTimeout(done, 50));
    await says('3 results');
  });

  it('is walked with the arrows, and closes what it stands in when a result is followed', async () => {
    const onleave = vi.fn();
    const { container } = await render(SearchPanel, { props: { find: async () => found, autofocus: true, onleave } });
    // The page of these specs must not be left.
    container.addEventListener('click', (event) => event.preventDefault());
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('perez');
    await says('3 results');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(page.getByRole('link', { name: /Good offices/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(onleave).toHaveBeenCalledOnce();
  });
});
