import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { quotation } from '../collection.fixture.ts';
import TourPlayer from './TourPlayer.svelte';
import type { TourView } from './tour-view.ts';

const viewport = { from: 0, to: 1 };
const tour: TourView = {
  id: 'a-tour',
  title: 'A tour',
  standfirst: 'Through three stops.',
  stops: [
    { viewport, event: null, lanes: null, caption: 'The first caption.', quotation: null, seconds: 6 },
    {
      viewport,
      event: { id: 'talk-in-paris', title: 'Gorbachev asks for two steps', when: '19 November 1990' },
      lanes: null,
      caption: 'The second caption.',
      quotation,
      seconds: 8
    },
    { viewport, event: null, lanes: null, caption: 'The last caption.', quotation: null, seconds: 6 }
  ]
};

const callbacks = () => ({ onstop: vi.fn(), onplay: vi.fn(), onend: vi.fn(), onevent: vi.fn() });
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('TourPlayer', () => {
  it('says where it stands, with the caption and the words of the document', async () => {
    await render(TourPlayer, { props: { tour, stop: 2, isPlaying: false, ...callbacks() } });
    const said = page.getByRole('region', { name: 'Tour: A tour' }).getByRole('status');
    for (const text of ['A tour', 'Stop 2 of 3', 'The second caption.', quotation.text, quotation.source.shortTitle]) {
      await expect.element(said).toMatchTextContent(text);
    }
    await expect.element(said.getByRole('blockquote')).toMatchTextContent(quotation.text);
  });

  it('steps by hand, and waits there', async () => {
    const own = callbacks();
    await render(TourPlayer, { props: { tour, stop: 2, isPlaying: true, ...own } });
    await button('Next').click();
    expect(own.onstop).toHaveBeenLastCalledWith(3);
    await button('Previous').click();
    expect(own.onstop).toHaveBeenLastCalledWith(1);
    expect(own.onplay.mock.calls).toEqual([[false], [false]]);
  });

  it('has nothing before the first stop and nothing after the last', async () => {
    const own = callbacks();
    const { rerender } = await render(TourPlayer, { props: { tour, stop: 1, isPlaying: false, ...own } });
    await expect.element(button('Previous')).toHaveAttribute('aria-disabled', 'true');
    await button('Previous').click({ force: true });
    await rerender({ stop: 3 });
    await expect.element(button('Next')).toHaveAttribute('aria-disabled', 'true');
    await button('Next').click({ force: true });
    expect(own.onstop).not.toHaveBeenCalled();
  });

  it('plays and pauses with one button, which keeps the focus', async () => {
    const own = callbacks();
    const { rerender } = await render(TourPlayer, { props: { tour, stop: 1, isPlaying: false, ...own } });
    await button('Play').click();
    expect(own.onplay).toHaveBeenLastCalledWith(true);
    await rerender({ isPlaying: true });
    await expect.element(button('Pause')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(own.onplay).toHaveBeenLastCalledWith(false);
  });

  it('plays again from the first stop, once it has come to the last', async () => {
    const own = callbacks();
    await render(TourPlayer, { props: { tour, stop: 3, isPlaying: false, ...own } });
    await button('Play again').click();
    expect(own.onstop).toHaveBeenCalledExactlyOnceWith(1);
    expect(own.onplay).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('ends, and opens the event that it points at', async () => {
    const own = callbacks();
    await render(TourPlayer, { props: { tour, stop: 2, isPlaying: false, ...own } });
    await page.getByRole('link', { name: 'Gorbachev asks for two steps' }).click();
    expect(own.onevent).toHaveBeenCalledExactlyOnceWith('talk-in-paris');
    await button('End the tour').click();
    expect(own.onend).toHaveBeenCalledOnce();
  });

  it('links to the page of the event where nothing opens it', async () => {
    await render(TourPlayer, { props: { tour, stop: 2, isPlaying: false, ...callbacks(), onevent: undefined } });
    await expect
      .element(page.getByRole('link', { name: 'Gorbachev asks for two steps' }))
      .toHaveAttribute('href', '/events/talk-in-paris');
  });

  it('fills its live region after it is there, once for each stop', async () => {
    const { container, rerender } = await render(TourPlayer, {
      props: { tour, stop: 1, isPlaying: false, ...callbacks() }
    });
    const said = container.querySelector('[role="status"]')!;
    const changes: string[] = [];
    const observer = new MutationObserver(() => changes.push(said.textContent));
    observer.observe(said, { childList: true, subtree: true, characterData: true });
    await rerender({ stop: 2 });
    await rerender({ isPlaying: true });
    await rerender({ isPlaying: false });
    await expect.poll(() => changes.length).toBe(1);
    expect(changes[0]).toContain('The second caption.');
    observer.disconnect();
  });
});

describe('a tour that plays', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('goes on when the time of a stop is over, and stays at the last', async () => {
    const own = callbacks();
    const { rerender } = await render(TourPlayer, { props: { tour, stop: 1, isPlaying: true, ...own } });
    vi.advanceTimersByTime(5999);
    expect(own.onstop).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(own.onstop).toHaveBeenCalledExactlyOnceWith(2);
    await rerender({ stop: 2 });
    vi.advanceTimersByTime(7999);
    expect(own.onstop).toHaveBeenCalledOnce();
    await rerender({ stop: 3 });
    vi.advanceTimersByTime(6000);
    expect(own.onplay).toHaveBeenCalledExactlyOnceWith(false);
    expect(own.onstop).toHaveBeenCalledOnce();
  });

  it('waits while it is paused, and then gives the stop its whole time', async () => {
    const own = callbacks();
    const { rerender } = await render(TourPlayer, { props: { tour, stop: 1, isPlaying: true, ...own } });
    vi.advanceTimersByTime(4000);
    await rerender({ isPlaying: false });
    vi.advanceTimersByTime(60_000);
    expect(own.onstop).not.toHaveBeenCalled();
    await rerender({ isPlaying: true });
    vi.advanceTimersByTime(5999);
    expect(own.onstop).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(own.onstop).toHaveBeenCalledExactlyOnceWith(2);
  });
});
