import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { event, eventDigest, laterEvent, quotation } from '../collection.fixture.ts';
import EventPanel from './EventPanel.svelte';

const props = {
  event: { ...eventDigest, summary: event.summary, publicThen: event.publicThen, certainty: event.certainty },
  when: '19 November 1990',
  lane: 'United Nations',
  place: 'Paris',
  quotation,
  answers: [],
  leadsTo: [laterEvent],
  onclose: () => {},
  onpick: () => {}
};

describe('EventPanel', () => {
  it('tells of the event, its doubt and secrecy, with words of a source and what followed', async () => {
    await render(EventPanel, { props });
    const panel = page.getByRole('region', { name: event.title });
    for (const text of [
      '19 November 1990 · Paris',
      'United Nations',
      event.summary,
      'Disputed · Secret at the time',
      quotation.text
    ]) {
      await expect.element(panel).toMatchTextContent(text);
    }
    await expect.element(panel.getByRole('link', { name: 'Read on' })).toHaveAttribute('href', '/events/talk-in-paris');
    await expect
      .element(page.getByRole('region', { name: 'What it led to' }).getByRole('link'))
      .toHaveAttribute('href', '/events/resolution-678');
    expect(page.getByRole('heading', { name: 'What it answered' }).elements()).toEqual([]);
  });

  it('says nothing of doubt where there is none', async () => {
    await render(EventPanel, {
      props: { ...props, event: { ...props.event, certainty: 'documented', publicThen: true }, quotation: null }
    });
    await expect
      .element(page.getByRole('region', { name: event.title }))
      .not.toMatchTextContent(/Documented|Disputed|at the time/);
  });

  it('asks to be closed', async () => {
    const onclose = vi.fn();
    await render(EventPanel, { props: { ...props, onclose } });
    await page.getByRole('button', { name: 'Close' }).click();
    expect(onclose).toHaveBeenCalledOnce();
  });

  it('follows a thread in its place', async () => {
    const onpick = vi.fn();
    await render(EventPanel, { props: { ...props, onpick } });
    await page.getByRole('link', { name: laterEvent.title, exact: false }).click();
    expect(onpick).toHaveBeenCalledExactlyOnceWith(laterEvent.id);
  });
});
