import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { day, eventDigest, laterEvent } from '../collection.fixture.ts';
import EventList from './EventList.svelte';

it('links each event by its title, with its date for people and for machines', async () => {
  const lasting = { ...eventDigest, id: 'summit', endDate: day('1990-11-21') };
  const { container } = await render(EventList, { props: { events: [lasting, laterEvent] } });
  const links = page.getByRole('listitem').getByRole('link');
  expect(links.elements().map((link) => link.getAttribute('href'))).toEqual([
    '/events/summit',
    '/events/resolution-678'
  ]);
  const times = [...container.querySelectorAll('time')];
  expect(times.map((time) => time.dateTime)).toEqual(['1990-11-19', '1990-11-29']);
  expect(times.map((time) => time.textContent!.replace(/\s/g, ' '))).toEqual(['19 – 21 Nov 1990', '29 Nov 1990']);
});
