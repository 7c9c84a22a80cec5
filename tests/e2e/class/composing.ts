import { expect, type Locator, type Page } from '@playwright/test';

export const orders = 'Bush orders troops for an offensive option';
export const alliance = 'NATO declares its alliance transformed';

/** Opens the composer of the class whose work is shown, and waits until it listens. */
export async function openComposer(teacher: Page): Promise<string> {
  await teacher.getByRole('link', { name: 'Change the assignment' }).click();
  await live(teacher);
  return new URL(teacher.url()).pathname;
}

export const live = (teacher: Page) => teacher.locator('.composer[data-live]').waitFor();

/** Presses a button by its key, as a hand on a keyboard does. */
export async function enter(button: Locator): Promise<void> {
  await button.focus();
  await button.press('Enter');
}

export const putIn = (teacher: Page, title: string) => teacher.getByRole('button', { name: `Put in: ${title}` });
export const within = (teacher: Page) => teacher.getByRole('region', { name: /^Beside the module/ });
export const takeOut = (teacher: Page, title: string) =>
  within(teacher).getByRole('button', { name: `Take it out: ${title}`, exact: true });
export const news = (teacher: Page) =>
  teacher.getByRole('group', { name: 'Taking back, and looking' }).getByRole('status');
export const steps = (teacher: Page) => teacher.getByRole('checkbox', { name: /^\d\. / });
export const namesOf = (list: Locator) =>
  list.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));

/** Adds an own event with a title, from a day to a day. */
export async function addOwn(teacher: Page, title: string, from: string, to = ''): Promise<void> {
  await enter(teacher.getByRole('button', { name: 'Add an event of your own' }));
  const field = teacher.getByLabel('Title of the event').last();
  await expect(field).toBeFocused();
  await field.fill(title);
  await teacher.getByLabel('First day').last().fill(from);
  await teacher.getByLabel('Last day, if it lasted').last().fill(to);
}
