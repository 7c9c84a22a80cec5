import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import '../../../fonts.css';
import { timeline } from './timeline.fixture.ts';
import Timeline from './Timeline.svelte';

const draw = async (own: Partial<typeof timeline> = {}) => {
  const [onview, onchoose] = [vi.fn(), vi.fn()];
  const screen = await render(Timeline, { props: { ...timeline, ...own, onview, onchoose } });
  await expect.poll(() => screen.container.querySelector('.surface.ready')).not.toBeNull();
  // The first picture is drawn for a window of unknown width.
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const mark = (id: string) => screen.container.querySelector<HTMLElement>(`[data-event="${id}"]`)!;
  const stops = () =>
    [...screen.container.querySelectorAll<HTMLElement>('[data-item]')].filter(({ tabIndex }) => tabIndex === 0);
  return { ...screen, onview, onchoose, mark, stops };
};
const focused = () => (document.activeElement as HTMLElement).dataset.item;

beforeEach(() => page.viewport(1280, 800));

describe('Timeline', () => {
  it('draws its events as links in their lanes, with title, date and marked day', async () => {
    const { mark } = await draw();
    const un = page.getByRole('row', { name: /United Nations/ });
    await expect.element(un.getByRole('link', { name: /^paris/ })).toHaveAttribute('href', '/events/paris');
    expect(mark('paris').getAttribute('aria-label')).toBe('paris, some day');
    await expect
      .element(page.getByRole('row', { name: /Military/ }).getByRole('link', { name: /^build-up/ }))
      .toBeInTheDocument();
    await expect
      .element(page.getByRole('link', { name: 'Paris, 19 November' }))
      .toHaveAttribute('href', '/events/paris');
  });

  it.each([320, 768, 1280, 1920])('has no label across another, as the fonts draw them, at %i px', async (width) => {
    await page.viewport(width, 900);
    const { container } = await draw();
    await document.fonts.ready;
    // A label has its dot within it, which may slide out of the picture with its instant.
    const boxes = [...container.querySelectorAll('.cell:not([aria-hidden]) > :is(.label, .count)')].map((label) => {
      const { left, right, top, bottom } = label.getBoundingClientRect();
      const { paddingLeft, paddingRight } = getComputedStyle(label);
      return { left: left + parseFloat(paddingLeft), right: right - parseFloat(paddingRight), top, bottom };
    });
    expect(boxes.length).toBeGreaterThan(5);
    const crossings = boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top + 1 < b.bottom && b.top + 1 < a.bottom)
    );
    expect(crossings).toEqual([]);
    for (const { left, right } of boxes) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
    }
  });

  it('is one tab stop: the chosen event, or the first', async () => {
    const { stops } = await draw();
    expect(stops().map(({ dataset }) => dataset.item)).toEqual(['invasion']);
    const chosen = await draw({ chosen: 'paris' });
    expect(chosen.stops().map(({ dataset }) => dataset.item)).toContain('paris');
    expect(chosen.mark('paris').getAttribute('aria-current')).toBe('true');
  });

  it('moves along time and between lanes by the arrows, and to the ends', async () => {
    const { mark, stops } = await draw();
    mark('invasion').focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(focused()).toBe('helsinki');
    expect(stops().map(({ dataset }) => dataset.item)).toEqual(['helsinki']);
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe('build-up');
    await userEvent.keyboard('{End}');
    expect(focused()).toBe('second-order');
    await userEvent.keyboard('{ArrowUp}{End}');
    expect(focused()).toBe('deadline');
  });

  it('hands over what is chosen, and leaves a press with a modifier to the browser', async () => {
    const { mark, onchoose } = await draw();
    await userEvent.click(mark('paris'));
    expect(onchoose).toHaveBeenCalledExactlyOnceWith('paris');
    const press = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
    mark('helsinki').addEventListener('click', (event) => event.preventDefault(), { once: true });
    mark('helsinki').dispatchEvent(press);
    expect(onchoose).toHaveBeenCalledTimes(1);
  });

  it('gives the choice up by Escape', async () => {
    const { mark, onchoose } = await draw({ chosen: 'paris' });
    mark('paris').focus();
    await userEvent.keyboard('{Escape}');
    expect(onchoose).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('opens a count as a list, from which an event is chosen', async () => {
    const { onchoose } = await draw();
    await page.getByRole('link', { name: /more events/ }).click();
    const list = page.getByRole('dialog', { name: /more events/ });
    await expect.element(list).toBeVisible();
    expect(list.getByRole('link').elements().length).toBeGreaterThan(3);
    const first = list.getByRole('link').first();
    expect(document.activeElement).toBe(first.element());
    await first.click();
    expect(onchoose.mock.calls[0]![0]).toMatch(/^crowd-/);
    await expect.element(list).not.toBeInTheDocument();
  });

  it('zooms to what a count holds', async () => {
    const { onview } = await draw();
    await page.getByRole('link', { name: /more events/ }).click();
    await page.getByRole('button', { name: 'Zoom in on them' }).click();
    const [{ from, to }] = onview.mock.calls[0]!;
    expect(from).toBeLessThanOrEqual(Date.UTC(1990, 9, 15));
    expect(to).toBeGreaterThanOrEqual(Date.UTC(1990, 9, 16));
    expect(to - from).toBeLessThan(4 * 86_400_000);
  });

  it('zooms by + and − around the event that has the focus', async () => {
    const { mark, onview } = await draw();
    mark('paris').focus();
    await userEvent.keyboard('+');
    const [nearer] = onview.mock.calls[0]!;
    expect(nearer.to - nearer.from).toBeLessThan(timeline.viewport.to - timeline.viewport.from);
    await userEvent.keyboard('-');
    const [farther] = onview.mock.calls[1]!;
    expect(farther.to - farther.from).toBeGreaterThan(timeline.viewport.to - timeline.viewport.from);
  });

  it('keeps the focus where a count dissolves into its events by zooming', async () => {
    const { container, onview, rerender } = await draw();
    onview.mockImplementation((viewport) => void rerender({ viewport }));
    container.querySelector<HTMLElement>('.count')!.focus();
    for (let step = 0; step < 14; step += 1) {
      await userEvent.keyboard('+');
      await expect.poll(() => focused(), { timeout: 1000 }).toMatch(/crowd/);
    }
  });

  it('goes on to the next event beyond the edge', async () => {
    const viewport = { from: Date.UTC(1990, 7, 1), to: Date.UTC(1990, 7, 20) };
    const { mark, onview, rerender } = await draw({ viewport });
    onview.mockImplementation((next) => void rerender({ viewport: next }));
    mark('invasion').focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(() => focused()).toBe('helsinki');
  });
});
