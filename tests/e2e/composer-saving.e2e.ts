import { expect, test } from '@playwright/test';
import { addOwn, openComposer, orders, putIn, takeOut } from './class/composing.ts';
import { newClass, newTeacher } from './class/school.ts';

test.describe.configure({ timeout: 120_000 });

test('what the server refuses, or never hears, is told, and nothing that was done is lost', async ({
  browser,
  baseURL
}) => {
  const teacher = await newTeacher(browser, baseURL!);
  await newClass(teacher, 'Refused');
  await openComposer(teacher);
  await putIn(teacher, orders).click();
  await addOwn(teacher, 'Our visit', '1990-09-10', '1990-09-01');
  const save = teacher.getByRole('button', { name: 'Save' });
  await save.click();
  const told = teacher.locator('#answer');
  await expect(told.getByRole('alert')).toContainText('needs a title');
  await expect(told).toBeFocused();
  await expect(teacher.getByLabel('First day')).toHaveValue('1990-09-10');
  // What was done before can still be taken back.
  await teacher.getByRole('button', { name: 'Take back' }).click();
  await expect(teacher.getByLabel('Last day, if it lasted')).toHaveValue('');

  await teacher.context().setOffline(true);
  await save.click();
  await expect(told.getByRole('alert')).toContainText('could not be reached');
  await expect(told).toBeFocused();
  await expect(takeOut(teacher, orders)).toBeVisible();
  await teacher.context().setOffline(false);
  await save.click();
  await expect(teacher.getByText('Nobody has joined yet.')).toBeVisible();
});

test('what is not saved is not left by a slip', async ({ browser, baseURL }) => {
  const teacher = await newTeacher(browser, baseURL!);
  await newClass(teacher, 'Leaving');
  const place = await openComposer(teacher);
  const questions: string[] = [];
  let isLeaving = false;
  teacher.on('dialog', (dialog) => {
    questions.push(dialog.type());
    void (isLeaving ? dialog.accept() : dialog.dismiss());
  });
  const away = teacher.getByRole('link', { name: 'Leaving' });

  await putIn(teacher, orders).click();
  await away.click();
  await expect.poll(() => questions).toEqual(['confirm']);
  expect(new URL(teacher.url()).pathname).toBe(place);
  await expect(takeOut(teacher, orders)).toBeVisible();

  // What was taken back leaves nothing to lose.
  await teacher.getByRole('button', { name: 'Take back' }).click();
  await away.click();
  await expect(teacher.getByRole('heading', { level: 1, name: 'Leaving' })).toBeVisible();
  expect(questions).toEqual(['confirm']);

  await teacher.goto(place);
  await teacher.locator('.composer[data-live]').waitFor();
  await putIn(teacher, orders).click();
  isLeaving = true;
  await away.click();
  await expect(teacher.getByRole('heading', { level: 1, name: 'Leaving' })).toBeVisible();
  expect(questions).toEqual(['confirm', 'confirm']);
});
