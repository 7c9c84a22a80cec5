import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArgs, findChromium } from './scripts/chromium.js';
import { plainIcons } from './scripts/plain-icons.js';
import { collectionPlugin } from './src/lib/content/vite-collection.ts';

const root = import.meta.dirname;
/** What some pages have, though they are more than a few: it is loaded with them alone. */
const isPart =
  /src\/lib\/(timeline|kiosk|lesson|chart|model|anchor|sync)\/|src\/lib\/ui\/(timeline|lesson|charts|kiosk)|node_modules\/(d3-|internmap|valibot|idb\/)|client\/dom\/(elements\/bindings\/(select|size|input|media)|blocks\/(svelte-element|await))/;
const isOfLayout =
  /messages\/nav_|ui\/shell\/(first-sign|single-keys|NotFound)|routes\/finder|timeline\/view-address|runtime\/app\//;
const isPseudo = process.env.TARGET === 'pseudo';

/** Whoever is in no class carries nothing of one. */
const isOfClasses =
  /lib\/(gradebook|compose|ui\/class)\/|messages\/(answers|assign|class|heat|join|live|record|say|tally)_/;

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: `./src/lib/i18n/${isPseudo ? 'pseudo' : 'project'}.inlang`,
      outdir: './src/lib/i18n/paraglide',
      strategy: ['baseLocale']
    }),
    collectionPlugin(root),
    plainIcons(),
    sveltekit()
  ],
  define: {
    __PSEUDO__: JSON.stringify(isPseudo),
    __STATIC_HOST__: JSON.stringify(process.env.TARGET === 'static' || isPseudo),
    __SITE_URL__: JSON.stringify(process.env.SITE_URL ?? '')
  },
  build: {
    target: 'es2022',
    modulePreload: {
      polyfill: false,
      // A page's own HTML names what it needs. For links within the site only styles are listed: the scripts of all
      // routes and texts by name would weigh more on every page than the one round trip that they save.
      resolveDependencies: (_, deps, { hostType }) =>
        hostType === 'js' ? deps.filter((file) => file.endsWith('.css')) : deps
    },
    rolldownOptions: {
      output: {
        // A file costs more than the few kB in it: what most pages use is one. The parts of a picture or of a lesson are not.
        codeSplitting: {
          groups: [
            { name: 'shared', minShareCount: 6, test: (id) => !isPart.test(id) && !isOfClasses.test(id) },
            // What the layout has, every page has, whatever else is on it.
            { name: 'shared', minShareCount: 2, test: isOfLayout }
          ]
        }
      }
    }
  },
  test: {
    expect: { requireAssertions: true },
    // The machine that tests may be a slow one; speed is measured elsewhere.
    testTimeout: 30_000,
    reporters: ['default', ['json', { outputFile: 'reports/vitest.json' }]],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.spec.ts', 'tests/unit/**/*.spec.ts'],
          exclude: ['src/**/*.svelte.spec.ts']
        }
      },
      {
        extends: true,
        test: { name: 'contract', environment: 'node', include: ['tests/contract/**/*.spec.ts'] }
      },
      {
        extends: true,
        // The built server, as it is run: one after another, for each has the machine to itself.
        test: { name: 'server', environment: 'node', include: ['tests/server/**/*.spec.ts'], fileParallelism: false }
      },
      {
        extends: true,
        test: {
          name: 'component',
          include: ['src/**/*.svelte.spec.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: findChromium(), args: chromiumArgs } }),
            instances: [{ browser: 'chromium' }]
          }
        }
      }
    ]
  }
});
