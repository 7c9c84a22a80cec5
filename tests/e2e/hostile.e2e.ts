import { expect, test, type Page } from '@playwright/test';
import { addOwn, openComposer } from './class/composing.ts';
import { download, joinAs, newClass, newTeacher } from './class/school.ts';
import { openPage } from './open-page.ts';

test.describe.configure({ timeout: 240_000 });

/** Words that do harm where they are taken for markup, for script, or by a spreadsheet for a formula. */
const markup = [
  '<img src=x onerror="hit=1">',
  '"><script>hit=1</script>',
  '</textarea><svg onload=hit=1>',
  '\'"--></style></script><script>hit=1</script>',
  '{@html "<b data-hit>"}',
  '{{constructor.constructor("hit=1")()}}',
  'javascript:hit=1'
];
const formulas = ['=HYPERLINK("http://x.example","y")', '+1+1', '-2+3', '@SUM(1)', '=1,"2"'];
const hostile = [...markup, ...formulas];

/** The page shows the words as words, and nothing of them has come to life. */
async function expectHarmless(page: Page, words: readonly string[]): Promise<void> {
  const missing = async () => {
    const text = await page.evaluate(() =>
      [
        document.body.innerText,
        ...[...document.querySelectorAll('textarea, input')].map((field) => (field as HTMLInputElement).value)
      ].join('\n')
    );
    return words.filter((each) => !text.includes(each));
  };
  // What a class says comes after the page.
  await expect.poll(missing, { message: page.url() }).toEqual([]);
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
  expect(await page.locator('[onerror], [onload], [data-hit]').count()).toBe(0);
}

/** The cells of a table by RFC 4180. */
const cellsOf = (table: string): string[] =>
  [...table.matchAll(/(?:^|,|\r\n)("(?:[^"]|"")*"|[^",\r\n]*)/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
  );

test('what is typed stays words: in names, notes, events, answers and feedback, on every page and in every file', async ({
  browser,
  baseURL
}) => {
  const dialogs: string[] = [];
  const name = markup[0]!;
  const teacher = await newTeacher(browser, baseURL!);
  teacher.on('dialog', (dialog) => dialogs.push(dialog.message()));
  const all = hostile.join('\n');
  const code = await newClass(teacher, name, all);
  const board = teacher.url();
  await expectHarmless(teacher, [name]);
  await openComposer(teacher);
  await addOwn(teacher, markup[0]!, '1990-09-10');
  await teacher.getByLabel('What happened').fill(all);
  // The picture takes what it is given for markup, and must be given none.
  await expect(teacher.locator('.compose-surface[data-ready] .vis-item.is-own')).toHaveText(markup[0]!);
  await expectHarmless(teacher, hostile);
  await teacher.getByRole('button', { name: 'Preview as a student' }).click();
  await expectHarmless(teacher, hostile);
  await teacher.getByRole('button', { name: 'Close the preview' }).click();
  await teacher.getByRole('button', { name: 'Save' }).click();
  await expect(teacher.getByText('Nobody has joined yet.')).toBeVisible();

  for (const [index, words] of hostile.entries()) {
    const page = await (await browser.newContext({ baseURL: baseURL! })).newPage();
    page.on('dialog', (dialog) => dialogs.push(dialog.message()));
    // A name has no more than forty characters.
    await joinAs(page, code, words.slice(0, 38));
    await expectHarmless(page, [name, words.slice(0, 38)]);
    await openPage(page, '/modules/two-steps/force-or-patience');
    await page.getByRole('textbox', { name: 'Your answer' }).fill(words);
    await expect(page.getByText('Everything has reached the class.')).toBeVisible();
    if (index === 0) {
      await expectHarmless(page, hostile);
      await openPage(page, '/modules/two-steps');
      await expect(page.getByText('added by your teacher')).toBeVisible();
      await expectHarmless(page, hostile);
    }
    await page.context().close();
  }

  await expectHarmless(
    teacher,
    hostile.map((words) => words.slice(0, 38))
  );
  await teacher.getByRole('link', { name: hostile[1]!.slice(0, 38), exact: true }).click();
  await expectHarmless(teacher, [hostile[1]!]);
  const form = teacher.locator('form:has([data-say])').nth(1);
  const say = form.locator('[data-say]');
  await say.fill(all);
  await form.getByRole('checkbox', { name: 'Keep the sentence' }).check();
  await say.press('Control+Enter');
  await expect(teacher.getByRole('status').filter({ hasText: 'Said' })).toBeVisible();
  await teacher.reload();
  await expectHarmless(teacher, hostile);

  await teacher.goto(`${board}/questions/force-or-patience/what-was-heard`);
  await expectHarmless(teacher, hostile);
  await teacher.goto(board.slice(0, board.lastIndexOf('/')));
  await expectHarmless(teacher, [name, ...hostile.map((words) => words.slice(0, 38))]);

  await teacher.goto(board);
  const cells = cellsOf(await download(teacher, 'Answers as a table (CSV)'));
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  for (const words of markup) expect(cells).toContain(words);
  for (const words of formulas) expect(cells).toContain(`'${words}`);
  const data = JSON.parse(await download(teacher, 'Answers as data (JSON)')) as { answers: { text: string }[] };
  for (const words of hostile) expect(data.answers.map(({ text }) => text)).toContain(words);
  expect(dialogs).toEqual([]);
});
