import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { download, joinAs, newClass, newTeacher, resumeAs } from './class/school.ts';
import { openPage } from './open-page.ts';

test.describe.configure({ timeout: 150_000 });

test('a class from the first account to the export: join, answer, feedback', async ({ browser, baseURL }) => {
  const teacher = await newTeacher(browser, baseURL!);
  const code = await newClass(teacher, 'History 10b');
  await expectAccessible(teacher);

  const student = await (await browser.newContext({ baseURL: baseURL! })).newPage();
  const resume = await joinAs(student, code, 'Noor');
  await expectAccessible(student);
  // The teacher's page hears of it by itself.
  await expect(teacher.getByRole('rowheader', { name: /Noor/ })).toBeVisible();

  await openPage(student, '/modules/two-steps/force-or-patience');
  await expect(student.getByText('Begin with the conversation.')).toBeVisible();
  await student.getByRole('textbox', { name: 'Your answer' }).fill('=HYPERLINK("x") <script>alert(1)</script>');
  await expect(student.getByText('Everything has reached the class.')).toBeVisible();
  await expect(teacher.getByRole('row', { name: /Noor/ }).locator('.mark.answered')).toHaveCount(1);

  await teacher.getByRole('link', { name: 'Noor' }).click();
  await expect(teacher.getByText('<script>alert(1)</script>')).toBeVisible();
  const field = teacher.locator('[data-say]').nth(1);
  await field.fill('Which words of the document show that?');
  await field.press('Control+Enter');
  await expect(teacher.getByRole('status').filter({ hasText: 'Said' })).toBeVisible();
  await expectAccessible(teacher);

  await student.reload();
  await expect(student.getByText('Which words of the document show that?')).toBeVisible();

  // Another device carries on, and has what was written.
  const other = await (await browser.newContext({ baseURL: baseURL! })).newPage();
  await resumeAs(other, resume.toLowerCase(), 'Noor');
  await openPage(other, '/modules/two-steps/force-or-patience');
  await expect(other.getByRole('textbox', { name: 'Your answer' })).toHaveValue(/^=HYPERLINK/);

  await teacher.goBack();
  const table = await download(teacher, 'Answers as a table (CSV)');
  expect(table).toContain('Noor');
  expect(table).toContain(`"'=HYPERLINK`);
  expect(table).toContain('Which words of the document show that?');
});

test('a lesson opens in the words that the teacher chose, until the student chooses', async ({ browser, baseURL }) => {
  const teacher = await newTeacher(browser, baseURL!);
  const code = await newClass(teacher, 'Plainer words');
  await teacher.getByRole('link', { name: 'Change the assignment' }).click();
  await teacher.getByRole('radio', { name: 'plainer words' }).check();
  await teacher.getByRole('button', { name: 'Save' }).click();
  await expect(teacher.getByText('Nobody has joined yet.')).toBeVisible();
  const student = await (await browser.newContext({ baseURL: baseURL! })).newPage();
  await joinAs(student, code, 'Li');
  await openPage(student, '/modules/two-steps/force-or-patience');
  const plainer = student.getByRole('radio', { name: 'plainer words' });
  await expect(plainer).toBeChecked();
  await student.getByRole('radio', { name: 'the document’s words' }).locator('..').click();
  await student.reload();
  await expect(student.getByText('Everything has reached the class.')).toBeVisible();
  await expect(plainer).not.toBeChecked();
});

test('every address of a class refuses who must not ask, and tells nothing', async ({ browser, baseURL, request }) => {
  const teacher = await newTeacher(browser, baseURL!);
  await newClass(teacher, 'Nobody else’s');
  const work = new URL(teacher.url()).pathname;
  const [, , , own, assignment] = work.split('/');
  const stranger = await newTeacher(browser, baseURL!);
  for (const path of [
    work,
    `/teach/classes/${own}`,
    `/teach/classes/${own}/projector`,
    `/teach/classes/${own}/assign/two-steps`
  ]) {
    expect((await stranger.request.get(path)).status(), path).toBe(404);
    const nobody = await request.get(path, { maxRedirects: 0 });
    expect([nobody.status(), nobody.headers().location], path).toEqual([
      303,
      `/teach/sign-in?to=${encodeURIComponent(path)}`
    ]);
  }
  for (const path of ['live', 'answers.csv', 'answers.json'].map((end) => `/api/teach/${assignment}/${end}`)) {
    expect((await request.get(path)).status(), path).toBe(401);
    expect((await stranger.request.get(path)).status(), path).toBe(404);
  }
  const push = { module: 'two-steps', step: '', operations: [], since: 0 };
  expect((await request.post('/api/sync', { data: push })).status()).toBe(401);
  expect((await request.get('/api/class/two-steps')).status()).toBe(401);
  expect((await request.get('/api/metrics')).status()).toBe(404);
  expect(await (await request.get('/api/health')).json()).toMatchObject({ status: 'well', database: 'sqlite' });
  // A form of another site is refused.
  const forged = await teacher.request.post(`/teach/classes/${own}?/rotate`, {
    headers: { origin: 'https://elsewhere.example' },
    form: {}
  });
  expect(forged.status()).toBe(403);
});

test('what is malformed or too much is refused with where it lies, and changes nothing', async ({
  browser,
  baseURL
}) => {
  const teacher = await newTeacher(browser, baseURL!);
  const code = await newClass(teacher, 'Refusals');
  const student = await (await browser.newContext({ baseURL: baseURL! })).newPage();
  await joinAs(student, code, 'Mina');
  const send = (data: string | object) => student.request.post('/api/sync', { data });
  const push = { module: 'two-steps', step: '', operations: [], since: 0 };
  const said = async (data: string | object) => {
    const response = await send(data);
    return [response.status(), await response.json()];
  };
  expect(await said('{')).toEqual([400, { refused: 'malformed', detail: 'the body: JSON' }]);
  expect(await said({ ...push, since: -1 })).toEqual([400, { refused: 'malformed', detail: 'since: 0 or more' }]);
  expect((await send('x'.repeat(1_050_000))).status()).toBe(413);
  expect(await said(push)).toEqual([200, { operations: [], cursor: 0, hasMore: false }]);
});
