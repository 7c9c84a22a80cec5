import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { event } from '../collection.fixture.ts';
import Certainty from './Certainty.svelte';

it.each([
  ['documented', true, 'Documented', 'Public at the time'],
  ['disputed', 'partly', 'Disputed', 'Partly public at the time'],
  ['inferred', false, 'Inferred', 'Secret at the time']
] as const)('says of what is %s and public: %s', async (certainty, publicThen, sure, known) => {
  await render(Certainty, { props: { event: { ...event, certainty, publicThen } } });
  await expect.element(page.getByText(sure, { exact: true })).toBeInTheDocument();
  await expect.element(page.getByText(known, { exact: true })).toBeInTheDocument();
  await expect.element(page.getByText(event.note!)).toBeInTheDocument();
  await expect.element(page.getByText(event.publicNote!)).toBeInTheDocument();
});
