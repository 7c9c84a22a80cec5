import { expect, test } from '@playwright/test';
import { doModule3 } from './lesson/module-3.ts';
import { recordOf, saveWork } from './lesson/records.ts';
import { Student, type Hand } from './lesson/student.ts';

test.describe.configure({ timeout: 150_000 });

/** One student with a mouse, one with a keyboard, one with a finger on a phone, one who is read the page's tree. */
const hands: readonly { hand: Hand; width: number; height: number }[] = [
  { hand: 'mouse', width: 1280, height: 800 },
  { hand: 'keyboard', width: 1280, height: 800 },
  { hand: 'touch', width: 360, height: 740 },
  { hand: 'tree', width: 1280, height: 800 }
];

test('module 3 can be done by mouse, by keyboard, by touch and by a screen reader’s tree, to the same record', async ({
  browser,
  baseURL
}) => {
  const records = await Promise.all(
    hands.map(async ({ hand, width, height }) => {
      const context = await browser.newContext({
        baseURL: baseURL!,
        viewport: { width, height },
        hasTouch: hand === 'touch',
        reducedMotion: 'reduce',
        acceptDownloads: true
      });
      const page = await context.newPage();
      await doModule3(new Student(page, hand));
      const { operations } = await saveWork(page);
      await context.close();
      return recordOf(operations);
    })
  );
  expect(Object.keys(records[0]!)).toHaveLength(16);
  for (const record of records.slice(1)) expect(record).toEqual(records[0]);
});
