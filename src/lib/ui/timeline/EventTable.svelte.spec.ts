import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import { eventDigest } from '../collection.fixture.ts';
import type { EventDetails } from './event-detail.ts';
import EventTable from './EventTable.svelte';
import { entries, timeline } from './timeline.fixture.ts';

const events = entries.filter(({ id }) => !id.startsWith('crowd')).toSorted((a, b) => a.start - b.start);
const detail = (own: Partial<EventDetails[string]>): EventDetails[string] => ({
  event: { ...eventDigest, summary: '', publicThen: true, certainty: 'documented' },
  place: '',
  placeId: '',
  people: [],
  personIds: [],
  known: { from: 0, wasSecret: false },
  sourceKinds: [],
  quotation: null,
  quotationKnown: null,
  answers: [],
  leadsTo: [],
  ...own
});
const details: EventDetails = {
  ...Object.fromEntries(events.map(({ id }) => [id, detail({})])),
  paris: detail({
    event: { ...eventDigest, summary: '', publicThen: true, certainty: 'disputed' },
    sourceKinds: ['letter', 'treaty', 'letter']
  })
};
const props = { events, lanes: timeline.lanes, details, chosen: null, matches: null };

const heading = (name: string) => page.getByRole('columnheader', { name });
const order = (container: HTMLElement) =>
  [...container.querySelectorAll<HTMLElement>('[data-row]')].map(({ dataset }) => dataset.row);

beforeEach(() => page.viewport(1280, 800));

describe('EventTable', () => {
  it('has a row an event in order of time, with a link to its page', async () => {
    const { container } = await render(EventTable, { props });
    const table = page.getByRole('table', { name: '6 events' });
    await expect.element(table).toBeVisible();
    expect(order(container)).toEqual(events.map(({ id }) => id));
    const paris = page.getByRole('row', { name: /The event paris/ });
    await expect.element(paris.getByRole('link')).toHaveAttribute('href', '/events/paris');
    for (const text of ['some day', 'United Nations', 'some place', 'Letter (2), Treaty', 'Disputed']) {
      await expect.element(paris).toMatchTextContent(text);
    }
  });

  it('is put in order by a heading, and the other way round when it is pressed again', async () => {
    const { container } = await render(EventTable, { props });
    await expect.element(heading('Date')).toHaveAttribute('aria-sort', 'ascending');
    await heading('Event').getByRole('button').click();
    await expect.element(heading('Event')).toHaveAttribute('aria-sort', 'ascending');
    await expect.element(heading('Date')).not.toHaveAttribute('aria-sort');
    expect(order(container)).toEqual(events.map(({ id }) => id).toSorted());
    await heading('Event').getByRole('button').click();
    await expect.element(heading('Event')).toHaveAttribute('aria-sort', 'descending');
    expect(order(container)).toEqual(
      events
        .map(({ id }) => id)
        .toSorted()
        .reverse()
    );
    await heading('Sources').getByRole('button').click();
    await heading('Sources').getByRole('button').click();
    expect(order(container)[0]).toBe('paris');
  });

  it('can do without what has not come yet', async () => {
    await render(EventTable, { props: { ...props, details: null } });
    const paris = page.getByRole('row', { name: /The event paris/ });
    await expect.element(paris).not.toMatchTextContent(/Documented|Disputed|Letter/);
  });

  it('marks what is looked for and what is chosen', async () => {
    const { container } = await render(EventTable, {
      props: { ...props, chosen: 'paris', matches: new Set(['paris', 'deadline']) }
    });
    expect([...container.querySelectorAll<HTMLElement>('.is-match')].map(({ dataset }) => dataset.row)).toEqual([
      'paris',
      'deadline'
    ]);
    expect(container.querySelector<HTMLElement>('[aria-current="true"]')!.dataset.row).toBe('paris');
  });

  it('shows the first of very many, and the rest when asked', async () => {
    const many = Array.from({ length: 450 }, (_, index) => ({ ...events[0]!, id: `event-${index}` }));
    const { container } = await render(EventTable, { props: { ...props, events: many } });
    await expect.element(page.getByRole('table', { name: '450 events' })).toBeVisible();
    expect(order(container)).toHaveLength(400);
    await page.getByRole('button', { name: 'Show the 50 events that are left' }).click();
    expect(order(container)).toHaveLength(450);
  });

  it.each([320, 390, 768])('fits into %i px, with every heading before its cell on a phone', async (width) => {
    await page.viewport(width, 800);
    const { container } = await render(EventTable, { props });
    expect(container.scrollWidth).toBeLessThanOrEqual(width);
    const roles = [...container.querySelectorAll('tbody tr:first-child > *')].map((cell) => cell.getAttribute('role'));
    expect(roles).toEqual(['cell', 'rowheader', 'cell', 'cell', 'cell', 'cell']);
  });

  it('is taken away as CSV', async () => {
    const parts: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      parts.push(blob as Blob);
      return '#';
    });
    await render(EventTable, { props });
    await page.getByRole('button', { name: 'Download as CSV' }).click();
    const bytes = new Uint8Array(await parts[0]!.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n');
    expect(lines).toHaveLength(events.length + 1);
    expect(lines[0]).toBe('Date,Begins (EDTF),Ends (EDTF),Event,Lane,Place,Sources,Certainty,Address');
    expect(lines.find((line) => line.includes('paris'))).toBe(
      `some day,1990-11-19,,The event paris,United Nations,some place,"Letter (2), Treaty",Disputed,${location.origin}/events/paris`
    );
    vi.restoreAllMocks();
  });
});
