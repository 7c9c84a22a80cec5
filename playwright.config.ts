import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from './scripts/chromium.js';

// Tests of a worker have one context, emptied between them: a new one for each takes most of a simple test's time.
process.env.PW_TEST_REUSE_CONTEXT ??= '1';

/** The built product as people get it, and the made-up language as plain files under a path of their own. */
const ports = { product: Number(process.env.E2E_PORT ?? 4173), pseudo: Number(process.env.E2E_PSEUDO_PORT ?? 4174) };
/** A folder of classes for each run. */
const classes = mkdtempSync(join(tmpdir(), 'two-steps-e2e-'));
const pseudoBase = '/museum/two-steps';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: /\.e2e\.ts$/,
  fullyParallel: true,
  workers: 3,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['line'], ['json', { outputFile: 'reports/playwright.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${ports.product}`,
    viewport: { width: 1280, height: 800 },
    // What is kept for a time without a network is tested by itself: elsewhere every page comes from the server.
    serviceWorkers: 'block',
    launchOptions: { executablePath: findChromium(), args: chromiumArgs }
  },
  projects: [
    { name: 'product', testIgnore: /pseudo/ },
    {
      name: 'pseudo',
      testMatch: /pseudo\.e2e\.ts$/,
      use: { baseURL: `http://127.0.0.1:${ports.pseudo}${pseudoBase}/` }
    }
  ],
  webServer: [
    {
      command: 'node scripts/serve-build.js',
      url: `http://127.0.0.1:${ports.product}/`,
      env: { PORT: String(ports.product), HOST: '127.0.0.1', DATA_DIR: classes, SIGN_UP: 'open' },
      reuseExistingServer: false
    },
    {
      command: `node scripts/serve-files.js build-pseudo ${pseudoBase} ${ports.pseudo}`,
      url: `http://127.0.0.1:${ports.pseudo}${pseudoBase}/`,
      reuseExistingServer: false
    }
  ]
});
