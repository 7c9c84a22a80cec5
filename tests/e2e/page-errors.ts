import { expect, test as base } from '@playwright/test';

/** A test fails too when a script of its page fails, or when the page breaks its own policy. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && message.text().includes('Content Security Policy')) errors.push(message.text());
    });
    await use(page);
    expect(errors, 'errors on the page').toEqual([]);
  }
});

export { expect };
