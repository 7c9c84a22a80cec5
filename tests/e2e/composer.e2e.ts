import { expect, test, type Locator } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import {
  addOwn,
  alliance,
  enter,
  live,
  namesOf,
  news,
  openComposer,
  orders,
  putIn,
  steps,
  takeOut,
  within
} from './class/composing.ts';
import { newClass, newTeacher } from './class/school.ts';
import { waitForDrawing } from './open-page.ts';
import { findCutText, findOverflow } from './overflow.ts';

test.describe.configure({ timeout: 240_000 });

test('with keys and fields alone: events, order, undo and redo, and all of it is there again', async ({
  browser,
  baseURL
}) => {
  const teacher = await newTeacher(browser, baseURL!);
  await newClass(teacher, 'By keyboard');
  const place = await openComposer(teacher);
  const before = await namesOf(steps(teacher));

  // An event of the collection.
  await teacher.getByLabel('Find an event').fill('offensive bush');
  await expect(teacher.getByText(/^1 of \d+ events/)).toBeVisible();
  await enter(putIn(teacher, orders));
  await expect(news(teacher)).toHaveText(`put in “${orders}”`);
  await expect(takeOut(teacher, orders)).toBeVisible();
  await teacher.getByLabel('Find an event').fill('');
  await enter(putIn(teacher, alliance));

  // One that goes away leaves the focus beside it.
  await takeOut(teacher, alliance).focus();
  await teacher.keyboard.press('Delete');
  await expect(takeOut(teacher, alliance)).toHaveCount(0);
  await expect(takeOut(teacher, orders)).toBeFocused();

  // An own one.
  await addOwn(teacher, 'Our visit to the archive', '1990-09-03', '1990-09-05');
  await teacher.getByLabel('Lane').last().selectOption('Europe');
  await teacher.getByLabel('What happened').fill('We read the letters.');
  await teacher.getByLabel('Link to a page').fill('https://archive.example/letters');

  // A step moves, and its button keeps the focus.
  const [first] = before;
  const down = teacher.locator(`#down-${first}`);
  await enter(down);
  await expect(news(teacher)).toHaveText(/^moved “.+” to place 2 of \d$/);
  await expect(down).toBeFocused();
  const moved = [before[1], before[0], ...before.slice(2)];
  expect(await namesOf(steps(teacher))).toEqual(moved);
  await teacher.keyboard.press('Control+z');
  await expect(news(teacher)).toHaveText(/^Taken back: moved/);
  expect(await namesOf(steps(teacher))).toEqual(before);
  await teacher.keyboard.press('Control+Shift+Z');
  await expect(news(teacher)).toHaveText(/^Done again: moved/);
  expect(await namesOf(steps(teacher))).toEqual(moved);
  // At an end the other button has it.
  await enter(teacher.locator(`#up-${first}`));
  await expect(down).toBeFocused();
  await enter(teacher.getByRole('button', { name: 'Take back' }));
  expect(await namesOf(steps(teacher))).toEqual(moved);

  // Where words are typed the keys are the field's own.
  const note = teacher.getByLabel('A word to the class');
  await note.fill('Read the letters first.');
  await note.press('Control+z');
  expect(await namesOf(steps(teacher))).toEqual(moved);
  await note.fill('Read the letters first.');

  await enter(teacher.getByRole('button', { name: 'Save' }));
  await expect(teacher.getByText('Nobody has joined yet.')).toBeVisible();
  await teacher.goto(place);
  await live(teacher);
  expect(await namesOf(steps(teacher))).toEqual(moved);
  await expect(note).toHaveValue('Read the letters first.');
  await expect(takeOut(teacher, orders)).toBeVisible();
  await expect(takeOut(teacher, alliance)).toHaveCount(0);
  await within(teacher).getByText('Our visit to the archive').click();
  await expect(teacher.getByLabel('First day')).toHaveValue('1990-09-03');
  await expect(teacher.getByLabel('Last day, if it lasted')).toHaveValue('1990-09-05');
  await expect(within(teacher).getByLabel('Lane')).toHaveValue('europe');
  await expect(teacher.getByLabel('Link to a page')).toHaveValue('https://archive.example/letters');
});

test('by hand on the picture: an own event is moved and lengthened, others are dragged in and out', async ({
  browser,
  baseURL
}) => {
  const teacher = await newTeacher(browser, baseURL!);
  await newClass(teacher, 'By hand');
  await openComposer(teacher);
  await addOwn(teacher, 'Our visit', '1990-09-10', '1990-09-30');
  const picture = teacher.locator('.compose-surface[data-ready]');
  await picture.scrollIntoViewIfNeeded();
  const item = picture.locator('.vis-item.is-own');
  await expect(item).toHaveText('Our visit');
  const first = teacher.getByLabel('First day');
  const last = teacher.getByLabel('Last day, if it lasted');

  /** Presses at one point, and lets go at another, as slowly as a hand. */
  const carry = async (from: readonly [number, number], to: readonly [number, number]) => {
    await teacher.mouse.move(...from);
    await teacher.mouse.down();
    await teacher.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 5 });
    await teacher.mouse.move(...to, { steps: 5 });
    await teacher.mouse.up();
  };
  const middle = async (what: Locator): Promise<[number, number]> => {
    await waitForDrawing(teacher);
    const { x, y, width, height } = (await what.boundingBox())!;
    return [x + width / 2, y + height / 2];
  };
  const drag = async (what: Locator, x: number, y: number) => {
    const from = await middle(what);
    await carry(from, [from[0] + x, from[1] + y]);
  };
  const days = async () => (Date.parse(await last.inputValue()) - Date.parse(await first.inputValue())) / 86_400_000;

  await drag(item, 150, 0);
  await expect.poll(() => first.inputValue()).not.toBe('1990-09-10');
  expect(Date.parse(await first.inputValue())).toBeGreaterThan(Date.parse('1990-09-10'));
  expect(await days()).toBe(20);
  await expect(news(teacher)).toHaveText(/^moved “Our visit” to /);

  await drag(item.locator('.vis-drag-right'), 80, 0);
  await expect.poll(days).toBeGreaterThan(20);
  await teacher.getByRole('button', { name: 'Take back' }).click();
  await expect.poll(days).toBe(20);

  // One of the collection comes in from the list, and goes out over the edge.
  await teacher.getByLabel('Find an event').fill(orders);
  const row = teacher.getByRole('listitem').filter({ has: putIn(teacher, orders) });
  await expect(row).toBeVisible();
  // Both must be in view, as they are for the hand.
  await picture.evaluate((node) => node.scrollIntoView({ block: 'start', behavior: 'instant' }));
  await expect(row).toBeInViewport({ ratio: 1 });
  await carry(await middle(row.locator('b')), await middle(picture));
  await expect(takeOut(teacher, orders)).toBeVisible();
  await teacher.getByRole('button', { name: 'Show all' }).click();
  const inside = picture.locator('.vis-item.vis-point .vis-item-content');
  await expect(inside).toBeInViewport();
  // The picture glides to where all is shown.
  await expect
    .poll(async () => {
      const before = (await inside.boundingBox())!.x;
      await waitForDrawing(teacher);
      return (await inside.boundingBox())!.x - before;
    })
    .toBe(0);
  const frame = (await picture.boundingBox())!;
  // A hand may go straight down.
  await drag(inside, 0, frame.y + frame.height + 60 - (await middle(inside))[1]);
  await expect(takeOut(teacher, orders)).toHaveCount(0);
  await expect(news(teacher)).toHaveText(`took out “${orders}”`);

  // What is put in by a button is seen, wherever the picture was.
  for (let times = 0; times < 4; times += 1) await teacher.getByRole('button', { name: 'Closer' }).click();
  await teacher.getByLabel('Find an event').fill('');
  await putIn(teacher, alliance).click();
  await picture.scrollIntoViewIfNeeded();
  await expect(picture.locator('.vis-item:not(.is-own)')).toBeInViewport();
});

test('the composer fits a small screen, and assistive technology finds its way', async ({ browser, baseURL }) => {
  const teacher = await newTeacher(browser, baseURL!);
  await newClass(teacher, 'Small screens');
  await openComposer(teacher);
  await putIn(teacher, orders).click();
  await addOwn(teacher, 'A visit with a title that is rather long for a small screen', '1990-09-10');
  await teacher.locator('.compose-surface[data-ready]').waitFor();
  // At the top the bar that stays in view covers nothing.
  await teacher.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await expectAccessible(teacher);
  await teacher.setViewportSize({ width: 320, height: 640 });
  await waitForDrawing(teacher);
  expect(await findOverflow(teacher)).toEqual([]);
  // The picture moves under its frame, which cuts it off wherever it is; the lists below have all of it.
  expect((await findCutText(teacher)).filter((fault) => !fault.includes('.vis-'))).toEqual([]);
  await teacher.getByRole('button', { name: 'Preview as a student' }).click();
  await expect(teacher.getByRole('dialog')).toBeVisible();
  expect(await findOverflow(teacher)).toEqual([]);
  await expectAccessible(teacher);
});
