import { test as base, type Page } from '@playwright/test';

/**
 * A test for whoever looks at every type of page and changes nothing: all of them go from address to address in one page
 * of the browser. A new one for each would take more time than the look.
 */
export const sweep = base.extend<object, { visited: Page }>({
  visited: [
    async ({ browser }, use, { project }) => {
      const { baseURL } = project.use;
      const context = await browser.newContext({ ...(baseURL !== undefined && { baseURL }), serviceWorkers: 'block' });
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' }
  ],
  page: async ({ visited }, use, { project }) => {
    await visited.setViewportSize(project.use.viewport ?? { width: 1280, height: 800 });
    await visited.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null });
    await use(visited);
  }
});
