import { expect, type Browser, type Page } from '@playwright/test';

const passphrase = 'a passphrase of some length';

/** A teacher with an account of her own, in a browser of her own. */
export async function newTeacher(browser: Browser, baseURL: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL })).newPage();
  await page.goto('/teach/sign-up');
  await page.getByLabel('Your name').fill('Ms Okafor');
  await page.getByLabel('E-mail address').fill(`${crypto.randomUUID()}@school.example`);
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Make an account' }).click();
  await expect(page.getByRole('heading', { name: 'Recovery codes' })).toBeVisible();
  return page;
}

/** Makes a class with the third module; the page shows the class's work. @returns the join code */
export async function newClass(teacher: Page, name: string, note = 'Begin with the conversation.'): Promise<string> {
  await teacher.goto('/teach/classes');
  await teacher.getByLabel('Name of the class').fill(name);
  await teacher.getByRole('button', { name: 'Make the class' }).click();
  await expect(teacher.getByRole('heading', { level: 1, name })).toBeVisible();
  const code = (await teacher.locator('.code code').textContent())!;
  await teacher.getByRole('listitem').filter({ hasText: 'Two Steps' }).getByRole('link', { name: 'Assign' }).click();
  await teacher.getByLabel('A word to the class').fill(note);
  await teacher.getByRole('button', { name: 'Assign' }).click();
  await expect(teacher.getByText('Nobody has joined yet.')).toBeVisible();
  return code;
}

/** A student in a browser of her own, in the class. */
export async function joinAs(page: Page, code: string, name: string): Promise<string> {
  await page.goto(`/join/${code}`);
  await page.getByLabel('Your name in the class').fill(name);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(page.getByText(`In class as ${name}`)).toBeVisible();
  return (await page.locator('.big code').textContent())!;
}

/** Carries on in another browser with the code that a student wrote down. */
export async function resumeAs(page: Page, resumeCode: string, name: string): Promise<void> {
  await page.goto('/join');
  await page.getByLabel('Your resume code').fill(resumeCode);
  await page.getByRole('button', { name: 'Carry on' }).click();
  await expect(page.getByText(`In class as ${name}`)).toBeVisible();
}

/** What a link downloads, as text. */
export async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
