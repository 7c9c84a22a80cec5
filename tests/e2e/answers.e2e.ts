import { writeFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { recordOf, saveWork } from './lesson/records.ts';
import { openPage, waitForScripts } from './open-page.ts';

const step = '/modules/two-steps/force-or-patience';
const answer = (page: Page) => page.getByRole('textbox', { name: 'Your answer' });
const saved = (page: Page) => expect(page.getByText('Saved on this device')).toBeVisible();

async function write(page: Page, text: string): Promise<void> {
  await answer(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
  await saved(page);
}

const anotherDevice = async (browser: Browser, baseURL: string) =>
  (await browser.newContext({ baseURL, acceptDownloads: true })).newPage();

test('an answer is there after a reload, and on the other steps as progress', async ({ page }) => {
  await openPage(page, step);
  await write(page, 'Patience, and no retreat.');
  await page.reload();
  await waitForScripts(page);
  await expect(answer(page)).toHaveValue('Patience, and no retreat.');
  await expect(page.getByRole('link', { name: /Force or patience/ }).first()).toContainText('1 of 2 answered');
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page.getByRole('link', { name: /Force or patience/ }).first()).toContainText('1 of 2 answered');
});

test('who only looks leaves nothing behind', async ({ page }) => {
  await openPage(page, step);
  await page.getByRole('radio', { name: 'plainer words' }).locator('..').click();
  await page
    .getByRole('button', { name: /^Hint 1/ })
    .first()
    .click();
  await page.waitForTimeout(300);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('two tabs show each other’s answers, and neither overwrites the other', async ({ page, context }) => {
  await openPage(page, step);
  const other = await context.newPage();
  await openPage(other, step);
  await write(page, 'Patience.');
  await expect(answer(other)).toHaveValue('Patience.');
  await write(other, ' No retreat.');
  await expect(answer(page)).toHaveValue('Patience. No retreat.');
  await other.close();
  await page.reload();
  await waitForScripts(page);
  await expect(answer(page)).toHaveValue('Patience. No retreat.');
});

test('what was written in two tabs at one moment is kept twice, and either can be used', async ({ page, context }) => {
  // Neither hears the other, as if both had slept.
  await context.addInitScript(() => {
    Object.defineProperty(window, 'BroadcastChannel', { value: undefined });
  });
  await openPage(page, step);
  const other = await context.newPage();
  await openPage(other, step);
  await write(page, 'Written in the one.');
  await write(other, 'Written in the other.');
  await page.reload();
  await waitForScripts(page);
  const shown = await answer(page).inputValue();
  const beside = shown === 'Written in the one.' ? 'Written in the other.' : 'Written in the one.';
  await expect(page.getByText('This was written elsewhere at the same time:')).toBeVisible();
  await expect(page.getByRole('blockquote').filter({ hasText: beside })).toBeVisible();
  await page.getByRole('button', { name: 'Use this instead' }).click();
  await expect(answer(page)).toHaveValue(beside);
});

test('answers go to another device as a file, and both sides stay', async ({ page, browser, baseURL, request }) => {
  await openPage(page, step);
  await write(page, 'From the first device.');
  await openPage(page, '/modules/two-steps');
  const file = await saveWork(page);
  const schema = (await (await request.get('/data/work-file.schema.json')).json()) as object;
  const isValid = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  expect(isValid(JSON.parse(file.text)), JSON.stringify(isValid.errors)).toBe(true);
  expect(isValid({ ...JSON.parse(file.text), operations: [{ id: 'x' }] })).toBe(false);

  const other = await anotherDevice(browser, baseURL!);
  await openPage(other, step);
  await other.getByRole('radio', { name: 'Let States use force at once' }).locator('..').click();
  await saved(other);
  const path = test.info().outputPath('work.json');
  await writeFile(path, file.text);
  await openPage(other, '/modules/two-steps');
  for (let times = 0; times < 2; times += 1) {
    await other.locator('input[type="file"]').setInputFiles(path);
    await expect(other.getByText('The answers in the file are here now, beside your own.')).toBeVisible();
  }
  const { operations } = await saveWork(other);
  expect(recordOf(operations)).toEqual({
    'two-steps/force-or-patience/what-next': { options: ['act-now'], picks: [] },
    'two-steps/force-or-patience/what-was-heard': { text: 'From the first device.', picks: [] }
  });
  await other.reload();
  await waitForScripts(other);
  await expect(other.getByText('2 of 16 answered')).toBeVisible();
  await other.context().close();
});

for (const { what, text, told } of [
  { what: 'a picture', text: '\x89PNG', told: 'This is not a file of answers' },
  { what: 'other JSON', text: '{"events": []}', told: 'This file comes from somewhere else' },
  {
    what: 'a file of a later version',
    text: '{"format":"two-steps-work","version":2,"operations":[]}',
    told: 'saved by a newer version'
  },
  {
    what: 'a file that is not whole',
    text: '{"format":"two-steps-work","version":1,"written":"2026-01-01T00:00:00.000Z","operations":[{"id":"a.1","type":"field"}]}',
    told: 'This file is damaged'
  }
]) {
  test(`${what} is no file of answers: it is told, and nothing changes`, async ({ page }) => {
    await openPage(page, step);
    await write(page, 'Mine.');
    await openPage(page, '/modules/two-steps');
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'work.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(page.getByText(told)).toBeVisible();
    const { operations } = await saveWork(page);
    expect(recordOf(operations)).toEqual({
      'two-steps/force-or-patience/what-was-heard': { text: 'Mine.', picks: [] }
    });
  });
}

test('starting again asks, puts the answers away, and can be taken back', async ({ page }) => {
  await openPage(page, step);
  await write(page, 'To be put away.');
  await openPage(page, '/modules/two-steps');
  await page.getByRole('button', { name: 'Start again' }).click();
  await page.getByRole('button', { name: 'Leave them as they are' }).click();
  await expect(page.getByText('1 of 16 answered')).toBeVisible();
  await page.getByRole('button', { name: 'Start again' }).click();
  await page.getByRole('button', { name: 'Put them away' }).click();
  await expect(page.getByText('Your answers are put away.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Begin', exact: true })).toBeVisible();
  await page.reload();
  await waitForScripts(page);
  await page.getByRole('button', { name: 'Bring your answers back' }).click();
  await expect(page.getByText('1 of 16 answered')).toBeVisible();
  await openPage(page, step);
  await expect(answer(page)).toHaveValue('To be put away.');
});

for (const { what, told, spoil } of [
  {
    what: 'forbidden',
    told: 'This browser does not let answers be saved.',
    spoil: () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    }
  },
  {
    what: 'full',
    told: 'This device has no room left.',
    spoil: () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      };
    }
  }
]) {
  test(`a store that is ${what} is said aloud, and work goes on and can be saved as a file`, async ({ page }) => {
    await page.addInitScript(spoil);
    await openPage(page, step);
    await answer(page).focus();
    await page.keyboard.type('Not kept, and not lost.');
    await expect(page.getByRole('alert')).toContainText(told);
    await page.getByRole('link', { name: /^Next/ }).click();
    await page.getByRole('link', { name: /^Back/ }).click();
    await expect(answer(page)).toHaveValue('Not kept, and not lost.');
    const { operations } = await saveWork(page);
    expect(recordOf(operations)).toEqual({
      'two-steps/force-or-patience/what-was-heard': { text: 'Not kept, and not lost.', picks: [] }
    });
  });
}

test('a pick of which the words were revised says so, and offers the nearest', async ({ page, browser, baseURL }) => {
  await openPage(page, '/modules/two-steps/the-two-steps');
  await page.getByRole('button', { name: 'Choose words in the document The first step' }).click();
  await page.getByRole('button', { name: /^On the one hand/ }).click();
  await saved(page);
  await openPage(page, '/modules/two-steps');
  const { text } = await saveWork(page);
  // As if the excerpt had read otherwise when the words were picked.
  const older = text.replaceAll('the most severe measures will be used', 'the severest measures would be used');
  const other = await anotherDevice(browser, baseURL!);
  await openPage(other, '/modules/two-steps');
  await other
    .locator('input[type="file"]')
    .setInputFiles({ name: 'work.json', mimeType: 'application/json', buffer: Buffer.from(older) });
  await expect(other.getByText('The answers in the file are here now')).toBeVisible();
  await openPage(other, '/modules/two-steps/the-two-steps');
  await expect(other.getByText('The document’s words have been revised since you chose these.')).toContainText(
    'the most severe measures will be used'
  );
  await other.context().close();
});

test('what is picked on plainer words lands on the document’s own', async ({ page }) => {
  await openPage(page, '/modules/two-steps/the-two-steps');
  await page.getByRole('radio', { name: 'plainer words' }).locator('..').click();
  await page.getByRole('button', { name: 'Choose words in the document The second step' }).click();
  await page.getByRole('button', { name: /^The second part names a fixed time/ }).click();
  const slot = page.getByRole('region', { name: /Which words are step one/ });
  await expect(slot.locator('blockquote')).toHaveText(
    'On the other hand, a definite period is named which would leave open the prospect for a peaceful settlement and would permit S. Hussein to take the correct steps.'
  );
  await page.getByRole('radio', { name: 'the document’s words' }).locator('..').click();
  await expect(page.locator('mark').first()).toContainText('On the other hand');
});

test('selected words are picked, whole', async ({ page }) => {
  await openPage(page, '/modules/two-steps/the-two-steps');
  await page.getByRole('button', { name: 'Choose words in the document The second step' }).click();
  await page.evaluate(() => {
    const parts = [...document.querySelectorAll<HTMLElement>('.sentence [data-at]')];
    const part = parts.find((each) => each.textContent.includes('a definite period is named'))!;
    const node = part.firstChild!;
    const at = part.textContent.indexOf('efinite');
    getSelection()!.setBaseAndExtent(node, at, node, at + 'efinite period is nam'.length);
  });
  await page.getByRole('button', { name: 'Use the selected words' }).click();
  await expect(page.locator('[data-pick] blockquote')).toHaveText('definite period is named');
});
