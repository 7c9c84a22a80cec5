import { collection } from './collection.ts';
import { expect, test } from './page-errors.ts';
import { mark, openTimeline, panel, surface } from './timeline-surface.ts';

const conversation = collection.events.find(({ id }) => id === 'gorbachev-two-step-conversation')!;
const titleOf = (event: string) => collection.events.find(({ id }) => id === event)!.title;

test('choosing an event draws what it answered and what it led to', async ({ page }) => {
  await openTimeline(page);
  const threads = surface(page).locator('path.thread');
  await expect(threads).toHaveCount(0);
  await mark(page, conversation.id).press('Enter');
  await expect(surface(page).locator('path.thread.answers')).toHaveCount(conversation.answers.length);
  await expect(surface(page).locator('path.thread.leadsTo')).toHaveCount(conversation.leadsTo.length);
  await expect(page.locator('.thread-key')).toHaveText(/What it answered\s*What it led to/);

  // One of them ends at the mark that it leads to. The page may still scroll to the panel: both are measured at once.
  const [next = ''] = conversation.leadsTo;
  const { end, box } = await surface(page).evaluate((node, event) => {
    const line = node.querySelector<SVGPathElement>('path.thread.leadsTo')!;
    const item = node.querySelector(`[data-item="${event}"], [data-item="count-${event}"]`)!;
    const { x, y } = line.getPointAtLength(line.getTotalLength()).matrixTransform(line.getScreenCTM()!);
    return {
      end: { x, y },
      box: item.closest('.cell')!.getBoundingClientRect().toJSON() as DOMRect
    };
  }, next);
  expect(end.x).toBeGreaterThan(box.x - 2);
  expect(end.x).toBeLessThan(box.x + box.width + 2);
  expect(Math.abs(end.y - (box.y + box.height / 2))).toBeLessThan(16);

  await page.keyboard.press('Escape');
  await expect(threads).toHaveCount(0);
});

test('a thread is followed by keyboard from the panel, and the panel of its end has the focus', async ({ page }) => {
  await openTimeline(page);
  await mark(page, conversation.id).press('Enter');
  const [next = ''] = conversation.leadsTo;
  await panel(page)
    .getByRole('link', { name: titleOf(next) })
    .press('Enter');
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(titleOf(next));
  await expect(panel(page).getByRole('heading', { level: 2 }).getByRole('link')).toBeFocused();
  await expect(page).toHaveURL(new RegExp(`event=${next}`));
  await expect(mark(page, next)).toHaveAttribute('aria-current', 'true');
});
