import { expect, type Locator, type Page } from '@playwright/test';
import { openPage } from '../open-page.ts';

/** Ways in which people work: each answers the same questions with its own means alone. */
export type Hand = 'mouse' | 'keyboard' | 'touch' | 'tree';

/** A student who works through a step. */
export class Student {
  readonly page: Page;
  readonly hand: Hand;

  constructor(page: Page, hand: Hand) {
    this.page = page;
    this.hand = hand;
  }

  async open(path: string): Promise<void> {
    await openPage(this.page, path);
  }

  question(name: string | RegExp): Locator {
    return this.page.getByRole('region', { name });
  }

  /** Presses a button or a link, or chooses an option. */
  async press(what: Locator): Promise<void> {
    if (this.hand === 'touch') return what.tap();
    if (this.hand === 'mouse') return what.click();
    await what.focus();
    await this.page.keyboard.press('Enter');
  }

  async choose(what: Locator): Promise<void> {
    if (this.hand === 'touch') return what.locator('..').tap();
    if (this.hand === 'mouse') return what.locator('..').click();
    await what.focus();
    await this.page.keyboard.press('Space');
    await expect(what).toBeChecked();
  }

  async write(field: Locator, text: string): Promise<void> {
    if (this.hand === 'touch') await field.tap();
    else if (this.hand === 'mouse') await field.click();
    else await field.focus();
    await this.page.keyboard.type(text);
  }

  /** Picks a sentence of the document for a label, and says why. */
  async pick(question: Locator, label: string, sentence: RegExp, why: string | null = null): Promise<void> {
    const words = () => this.page.getByRole('button', { name: sentence }).and(this.page.locator('.sentence'));
    await this.press(question.getByRole('button', { name: new RegExp(`Choose .*words.* ${label}`) }));
    if (this.hand === 'mouse') await words().click();
    else if (this.hand === 'touch') await words().tap();
    else {
      await expect(this.page.locator('.sentence:focus')).toBeVisible();
      await this.page.keyboard.press('Home');
      for (let step = 0; step < 40; step += 1) {
        if (await words().evaluate((node) => node === document.activeElement)) break;
        await this.page.keyboard.press('ArrowDown');
      }
      await this.page.keyboard.press('Enter');
    }
    if (why === null) return expect(question.locator('blockquote').filter({ hasText: sentence })).not.toHaveCount(0);
    const field = question.getByRole('textbox', { name: 'Why these words?' }).last();
    await this.write(this.page.locator('[data-pick] textarea:focus'), why);
    await expect(field).toBeVisible();
  }

  async showSource(title: string): Promise<void> {
    await this.press(this.page.getByRole('tab', { name: title, exact: true }));
  }
}
