import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { event, eventDigest, laterEvent, quotation, sourceDigest } from '../collection.fixture.ts';
import EventPage from './EventPage.svelte';

const words = (html: string) => createRawSnippet(() => ({ render: () => `<p>${html}</p>` }));
const props = {
  event: { ...event, factSources: ['https://www.example.org/facts'] },
  lane: { id: 'un' as const, name: 'United Nations', about: '' },
  place: { id: 'paris', name: 'Paris', lat: 48.9, lon: 2.3, note: '' },
  people: [
    {
      id: 'mikhail-gorbachev',
      name: 'Mikhail Gorbachev',
      sortName: '',
      role: 'President',
      country: '',
      note: '',
      mentionOnly: false
    }
  ],
  sources: [
    { source: sourceDigest, quotation },
    { source: { ...sourceDigest, id: 'unquoted', shortTitle: 'A letter' }, quotation: null }
  ],
  answers: [{ ...eventDigest, id: 'earlier', title: 'What came before' }],
  leadsTo: [laterEvent],
  when: words('19 November 1990'),
  body: words('A paragraph of ours.')
};

describe('EventPage', () => {
  it('says what, when, where and who', async () => {
    await render(EventPage, { props });
    await expect.element(page.getByRole('heading', { level: 1, name: event.title })).toBeInTheDocument();
    for (const text of [event.plain, event.summary, 'A paragraph of ours.', '19 November 1990', 'United Nations']) {
      await expect.element(page.getByText(text, { exact: true }).first()).toBeInTheDocument();
    }
    await expect
      .element(page.getByRole('link', { name: 'Paris', exact: true }))
      .toHaveAttribute('href', '/places#paris');
    await expect
      .element(page.getByRole('region', { name: 'Who' }).getByRole('link'))
      .toHaveAttribute('href', '/people/mikhail-gorbachev');
  });

  it('quotes what can be quoted, and lists the rest apart', async () => {
    await render(EventPage, { props });
    const sources = page.getByRole('region', { name: 'What the sources say' });
    await expect.element(sources.getByRole('figure')).toMatchTextContent(quotation.text);
    await expect.element(sources.getByRole('link', { name: 'A letter' })).toHaveAttribute('href', '/sources/unquoted');
    await expect
      .element(page.getByRole('region', { name: 'Where the facts can be read' }).getByRole('link'))
      .toBeInTheDocument();
  });

  it('leads to what it answered, to what it led to, and to the timeline', async () => {
    await render(EventPage, { props });
    await expect
      .element(page.getByRole('region', { name: 'What it answered' }).getByRole('link'))
      .toHaveAttribute('href', '/events/earlier');
    await expect
      .element(page.getByRole('region', { name: 'What it led to' }).getByRole('link'))
      .toHaveAttribute('href', '/events/resolution-678');
    await expect
      .element(page.getByRole('link', { name: 'Show on the timeline' }))
      .toHaveAttribute('href', '/timeline?event=talk-in-paris');
  });

  it('has no heading over nothing', async () => {
    await render(EventPage, { props: { ...props, event, people: [], sources: [], answers: [], leadsTo: [] } });
    expect(
      page
        .getByRole('heading')
        .elements()
        .map((heading) => heading.textContent)
    ).toEqual([event.title]);
  });
});
