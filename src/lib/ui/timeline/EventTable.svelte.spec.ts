import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { eventDigest, laterEvent } from '../collection.fixture.ts';
import EventTable from './EventTable.svelte';

it('lists events by month, each with date, lane and place', async () => {
  await render(EventTable, {
    props: {
      months: [
        { name: 'November 1990', events: [{ ...eventDigest, when: '19 November 1990', place: 'Paris' }] },
        { name: 'December 1990', events: [{ ...laterEvent, when: '1 December 1990', place: 'New York' }] }
      ],
      laneNames: { un: 'United Nations' }
    }
  });
  const months = page.getByRole('region').elements();
  expect(months.map((month) => month.getAttribute('aria-label'))).toEqual(['November 1990', 'December 1990']);
  const link = page.getByRole('region', { name: 'November 1990' }).getByRole('link');
  await expect.element(link).toHaveAttribute('href', '/events/talk-in-paris');
  await expect
    .element(link)
    .toMatchTextContent(/19 November 1990.*Gorbachev asks for two steps.*United Nations · Paris/);
  expect(link.element().querySelector('time')!.dateTime).toBe('1990-11-19');
});
