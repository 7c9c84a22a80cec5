import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../../app.css';
import { findEvents } from '../find-events.ts';
import { entries, timeline } from '../timeline.fixture.ts';
import { TimelineState } from '../timeline-state.svelte.ts';
import Find from './Find.svelte';

const sorted = entries.toSorted((a, b) => a.start - b.start);
const data = {
  title: 'Two Steps',
  entries: sorted,
  lanes: timeline.lanes,
  beams: timeline.beams,
  bounds: timeline.bounds,
  opening: timeline.viewport
};
const field = page.getByRole('searchbox', { name: 'Find on the timeline' });
const status = page.getByRole('status');

/** The tool with a timeline that looks for what is typed, as its page does. */
async function draw(change: (view: TimelineState) => void = () => {}) {
  const view = new TimelineState(data);
  change(view);
  const onclose = vi.fn();
  await render(Find, { props: { view, data, details: null, fetchTours: () => Promise.resolve([]), onclose } });
  const type = async (words: string) => {
    await field.fill(words);
    view.matches = findEvents(sorted, null, view.find);
  };
  return { view, onclose, type };
}

beforeEach(() => page.viewport(1280, 800));

describe('Find', () => {
  it('says how many events match, and that others do that are not shown', async () => {
    const { view, type } = await draw();
    await type('crowd');
    await expect.element(status).toHaveTextContent('40 of 46 events match.');
    await type('event inv');
    await expect.element(status).toHaveTextContent('1 of 46 events matches.');
    await type('zeppelin');
    await expect.element(status).toHaveTextContent('No event matches.');
    view.lanes = ['un'];
    await type('build second');
    await expect.element(status).toHaveTextContent('No event matches.');
    await type('sec');
    await expect.element(status).toHaveTextContent('No event matches. 1 more is not shown now.');
  });

  it('steps through the matches in order of time, both ways and around', async () => {
    const { view, type } = await draw();
    await type('event');
    view.matches = new Set(['deadline', 'invasion', 'paris']);
    await userEvent.keyboard('{Enter}');
    expect(view.chosen).toBe('invasion');
    await userEvent.keyboard('{Enter}');
    expect(view.chosen).toBe('paris');
    await expect.element(status).toHaveTextContent('Match 2 of 3.');
    await page.getByRole('button', { name: 'Next match' }).click();
    await page.getByRole('button', { name: 'Next match' }).click();
    expect(view.chosen).toBe('invasion');
    await page.getByRole('button', { name: 'Previous match' }).click();
    expect(view.chosen).toBe('deadline');
    await field.click();
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    expect(view.chosen).toBe('paris');
    await expect.element(field).toHaveFocus();
  });

  it('brings a match into view that was far from it', async () => {
    const { view, type } = await draw((own) => {
      own.viewport = { from: Date.UTC(1990, 0, 1), to: Date.UTC(1990, 1, 1) };
    });
    await type('paris');
    await userEvent.keyboard('{Enter}');
    const { start } = view.entryById.get('paris')!;
    expect(view.viewport.from).toBeLessThan(start);
    expect(view.viewport.to).toBeGreaterThan(start);
    expect(view.viewport.to - view.viewport.from).toBe(Date.UTC(1990, 1, 1) - Date.UTC(1990, 0, 1));
  });

  it('clears with Escape, and lets a second one through, which closes', async () => {
    const heard = vi.fn();
    document.body.addEventListener('keydown', heard);
    const { view, type } = await draw();
    await type('paris');
    await userEvent.keyboard('{Escape}');
    expect(view.find).toBe('');
    expect(heard).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(heard).toHaveBeenCalledOnce();
    document.body.removeEventListener('keydown', heard);
  });

  it('asks to be closed', async () => {
    const { onclose } = await draw();
    await page.getByRole('button', { name: 'Close and clear' }).click();
    expect(onclose).toHaveBeenCalledOnce();
  });
});
