import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { addOwn, live, namesOf, openComposer, orders, putIn, steps, takeOut, within } from './class/composing.ts';
import { joinAs, newClass, newTeacher } from './class/school.ts';
import { openPage } from './open-page.ts';

test.describe.configure({ timeout: 240_000 });

test('a file that was shared opens in another class, and one that does not fit says why', async ({
  browser,
  baseURL
}) => {
  const teacher = await newTeacher(browser, baseURL!);
  await newClass(teacher, 'Here');
  await openComposer(teacher);
  await putIn(teacher, orders).click();
  await addOwn(teacher, 'Our visit', '1990-09-10');
  const [download] = await Promise.all([
    teacher.waitForEvent('download'),
    teacher.getByRole('button', { name: 'Share as a file' }).click()
  ]);
  expect(download.suggestedFilename()).toBe('two-steps-assignment-two-steps.json');
  const text = readFileSync(await download.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ format: 'two-steps-assignment', version: 1, module: 'two-steps' });

  await newClass(teacher, 'There');
  await openComposer(teacher);
  const open = (content: string) =>
    teacher
      .getByLabel('Open a file')
      .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  const alert = teacher.getByRole('alert');
  await open('{');
  await expect(alert).toHaveText('This is not a file that was shared from here.');
  await open('{"format":"two-steps-work"}');
  await expect(alert).toHaveText('This file is for something else, not for an assignment.');
  await open(text.replace('"module": "two-steps"', '"module": "another"'));
  await expect(alert).toHaveText('This file is for another module. Open it there.');
  await open(text.replace('"level": "document"', '"level": "difficult"'));
  await expect(alert).toHaveText('This file is damaged: parts of it are missing or changed.');
  await expect(takeOut(teacher, orders)).toHaveCount(0);
  await open(text);
  await expect(takeOut(teacher, orders)).toBeVisible();
  await expect(within(teacher).getByText('Our visit')).toBeVisible();
  await expect(alert).toHaveCount(0);
  await teacher.getByRole('button', { name: 'Take back' }).click();
  await expect(takeOut(teacher, orders)).toHaveCount(0);
});

test('what is refused stays as it was typed; a copy goes to another class once', async ({ browser, baseURL }) => {
  const teacher = await newTeacher(browser, baseURL!);
  await newClass(teacher, 'Copied from');
  await teacher.goto('/teach/classes');
  await teacher.getByLabel('Name of the class').fill('Copied to');
  await teacher.getByRole('button', { name: 'Make the class' }).click();
  await expect(teacher.getByRole('heading', { level: 1, name: 'Copied to' })).toBeVisible();
  await teacher.goto('/teach/classes');
  await teacher.getByRole('link', { name: 'Copied from' }).click();
  await openComposer(teacher);

  await putIn(teacher, orders).click();
  await addOwn(teacher, '', '1990-09-10');
  await teacher.getByLabel('What happened').fill('An event without a title');
  const [first] = await namesOf(steps(teacher));
  await teacher.locator(`#down-${first}`).click();
  await teacher.locator(`#add-${first}`).click();
  await teacher.getByLabel('Your own question').fill('What would you ask him?');
  await teacher.getByLabel('A word to the class').fill('Typed before it was refused.');
  const order = await namesOf(steps(teacher));
  await teacher.getByRole('button', { name: 'Save' }).click();
  await expect(teacher.getByRole('alert')).toContainText('Each event of your own needs a title');
  await live(teacher);
  expect(await namesOf(steps(teacher))).toEqual(order);
  await expect(teacher.getByLabel('Your own question')).toHaveValue('What would you ask him?');
  await expect(teacher.getByLabel('A word to the class')).toHaveValue('Typed before it was refused.');
  await expect(takeOut(teacher, orders)).toBeVisible();
  await expect(teacher.getByLabel('What happened')).toHaveValue('An event without a title');
  await teacher.getByLabel('Title of the event').fill('Now with a title');

  const copy = async () => {
    await teacher.getByLabel('Another class of yours').selectOption('Copied to');
    await teacher.getByRole('button', { name: 'Copy to this class' }).click();
  };
  await copy();
  await expect(teacher.getByRole('alert')).toContainText('Copied to Copied to.');
  await live(teacher);
  await copy();
  await expect(teacher.getByRole('alert')).toContainText('This module is assigned to the class already.');
  await live(teacher);
  await copy();
  await expect(within(teacher).getByText('Now with a title')).toBeVisible();

  // The copy is the other class's own, and needs no script to be changed.
  const plain = await browser.newContext({
    baseURL: baseURL!,
    javaScriptEnabled: false,
    storageState: await teacher.context().storageState()
  });
  const page = await plain.newPage();
  await page.goto('/teach/classes');
  await page.getByRole('link', { name: 'Copied to' }).click();
  await page.getByRole('link', { name: 'Change the assignment' }).click();
  expect(await namesOf(steps(page))).toEqual(order);
  await page.getByLabel('A word to the class').fill('Changed without a script.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Change the assignment' }).click();
  await expect(page.getByLabel('A word to the class')).toHaveValue('Changed without a script.');
  const added = JSON.parse(await page.locator('input[name=added]').inputValue());
  expect(added).toMatchObject({ events: [expect.any(String)], ownEvents: [{ title: 'Now with a title' }] });
});

test('a student does the steps in the teacher’s order, and finds the events beside the module', async ({
  browser,
  baseURL
}) => {
  const teacher = await newTeacher(browser, baseURL!);
  const code = await newClass(teacher, 'Seen by students');
  await openComposer(teacher);
  const [first, second, third] = await namesOf(steps(teacher));
  await putIn(teacher, orders).click();
  await addOwn(teacher, '<img src=x onerror="hit=1">', '1990-09-10', '1990-09-12');
  await teacher.getByLabel('What happened').fill('<b data-hit>We read the letters.</b>');
  await teacher.getByLabel('Link to a page').fill('https://archive.example/letters');
  await teacher.locator(`#up-${second}`).click();
  await steps(teacher).nth(2).uncheck();

  // The preview has what is on the screen, saved or not.
  await teacher.getByRole('button', { name: 'Preview as a student' }).click();
  const preview = teacher.getByRole('dialog', { name: 'What a student sees' });
  const titles = await preview.getByRole('heading', { level: 3 }).allTextContents();
  expect(titles.length).toBeGreaterThan(3);
  await expect(preview.getByText('<b data-hit>We read the letters.</b>')).toBeVisible();
  await teacher.keyboard.press('Escape');
  await expect(preview).toHaveCount(0);
  await expect(teacher.getByRole('button', { name: 'Preview as a student' })).toBeFocused();
  await teacher.getByRole('button', { name: 'Save' }).click();
  await expect(teacher.getByText('Nobody has joined yet.')).toBeVisible();

  const student = await (await browser.newContext({ baseURL: baseURL! })).newPage();
  await joinAs(student, code, 'Noor');
  await openPage(student, '/modules/two-steps');
  const beside = student.getByRole('region', { name: 'Events your teacher put beside this module' });
  await expect(beside.getByRole('listitem')).toHaveCount(2);
  await expect(beside.getByRole('listitem').first()).toContainText('<img src=x onerror="hit=1">');
  await expect(beside.getByText(/^10\s?–\s?12 September 1990 · United Nations · added by your teacher$/)).toBeVisible();
  const link = beside.getByRole('link', { name: 'https://archive.example/letters' });
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
  const list = student.getByRole('region', { name: 'Steps' }).getByRole('link');
  await expect
    .poll(async () => (await list.allTextContents()).map((title, index) => `${index + 1}. ${title}`))
    .toEqual(titles);
  const addresses = await list.evaluateAll((links) => links.map((each) => (each as HTMLAnchorElement).pathname));
  expect(addresses.slice(0, 2)).toEqual([second, first].map((id) => `/modules/two-steps/${id}`));
  expect(addresses).not.toContain(`/modules/two-steps/${third}`);
  await expectAccessible(student);

  await student.getByRole('link', { name: 'Begin' }).click();
  await expect(student).toHaveURL(new RegExp(`/${second}$`));
  await student.getByText('Events your teacher put beside this module (2)').click();
  await expect(student.getByText('<b data-hit>We read the letters.</b>')).toBeVisible();
  expect(await student.evaluate(() => 'hit' in window)).toBe(false);
  await expect(student.locator('[data-hit], [onerror]')).toHaveCount(0);
  const next = student.getByRole('navigation', { name: 'Step before and after' }).getByRole('link');
  await expect(next).toHaveAttribute('href', new RegExp(`${first}$`));
});
