import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { findPostgres, startPostgres } from '../../scripts/postgres.js';
import { AppServer } from './class/app-server.ts';
import { download, joinAs, newClass, newTeacher, resumeAs } from './class/school.ts';
import { openPage } from './open-page.ts';

test.describe.configure({ timeout: 240_000 });

const step = '/modules/two-steps/force-or-patience';
const field = (page: Page) => page.getByRole('textbox', { name: 'Your answer' });
const arrived = (page: Page) => expect(page.getByText('Everything has reached the class.')).toBeVisible();

/**
 * One teacher and three students through an assignment, feedback and export: one is without a network for a part of
 * it, one works on two devices.
 * @param addresses the teacher's server and the students': the same, or two that share a database
 */
async function aDay(browser: Browser, [teachers, students]: readonly [string, string]): Promise<void> {
  const device = async () => (await browser.newContext({ baseURL: students })).newPage();
  const teacher = await newTeacher(browser, teachers);
  const code = await newClass(teacher, 'History 10b');
  const row = (name: string) => teacher.getByRole('row', { name: new RegExp(name) });

  const [noor, aziz, maria] = [await device(), await device(), await device()];
  await joinAs(noor, code, 'Noor');
  await joinAs(aziz, code, 'Aziz');
  const resumeCode = await joinAs(maria, code, 'Maria');
  // The teacher's page is never loaded again: it is told.
  for (const name of ['Noor', 'Aziz', 'Maria'])
    await expect(teacher.getByRole('rowheader', { name: new RegExp(name) })).toBeVisible();

  await openPage(noor, step);
  await field(noor).fill('He promises patience, and no retreat.');
  await arrived(noor);
  await expect(row('Noor').locator('.mark.answered')).toHaveCount(1);

  await openPage(aziz, step);
  await arrived(aziz);
  await aziz.context().setOffline(true);
  await field(aziz).fill('Written on a train.');
  await expect(aziz.getByText(/^No network\. Your answers are kept/)).toBeVisible();
  await expect(row('Aziz').locator('.mark.answered')).toHaveCount(0);
  await aziz.context().setOffline(false);
  await arrived(aziz);
  await expect(row('Aziz').locator('.mark.answered')).toHaveCount(1);

  // What one device begins the other goes on with, each answers another question, and both have both.
  const tablet = await device();
  await resumeAs(tablet, resumeCode, 'Maria');
  await openPage(maria, step);
  await field(maria).fill('Begun on one device');
  await arrived(maria);
  await openPage(tablet, step);
  await expect(field(tablet)).toHaveValue('Begun on one device');
  await field(tablet).fill('Begun on one device, and ended on another.');
  await arrived(tablet);
  await maria.getByRole('radio', { name: 'Name a day, and say what will follow if Iraq stays' }).locator('..').click();
  await arrived(maria);
  await expect(row('Maria').locator('.mark.answered')).toHaveCount(2);
  await maria.reload();
  await expect(field(maria)).toHaveValue('Begun on one device, and ended on another.');

  await teacher.getByRole('link', { name: 'Maria' }).click();
  await expect(teacher.getByText('Begun on one device, and ended on another.')).toBeVisible();
  const say = teacher.locator('[data-say]').nth(1);
  await say.fill('Which words of the document show that?');
  await say.press('Control+Enter');
  await expect(teacher.getByRole('status').filter({ hasText: 'Said' })).toBeVisible();
  for (const page of [maria, tablet]) {
    await page.reload();
    await expect(page.getByText('Which words of the document show that?')).toBeVisible();
  }

  await teacher.goBack();
  const table = await download(teacher, 'Answers as a table (CSV)');
  for (const words of [
    'He promises patience, and no retreat.',
    'Written on a train.',
    'Begun on one device, and ended on another.',
    'Which words of the document show that?'
  ])
    expect(table).toContain(words);
  for (const page of [noor, aziz, maria, tablet, teacher]) await page.context().close();
}

test('a day of a class in one folder', async ({ browser }) => {
  const folder = mkdtempSync(join(tmpdir(), 'two-steps-day-'));
  const server = await AppServer.start({ DATA_DIR: folder });
  await aDay(browser, [server.address, server.address]);
  await server.stop();
  rmSync(folder, { recursive: true });
});

test('a day of a class on two servers that share a PostgreSQL', async ({ browser }) => {
  test.skip(findPostgres() === null, 'PostgreSQL is not installed');
  const postgres = await startPostgres();
  const settings = { DATABASE_URL: postgres.url };
  const [first, second] = [await AppServer.start(settings), await AppServer.start(settings)];
  await aDay(browser, [first.address, second.address]);
  await Promise.all([first.stop(), second.stop()]);
  await postgres.stop();
});
