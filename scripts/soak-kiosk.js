/**
 * Two thousand visitors one after the other in one browser, and beside them a hundred thousand touches, swipes and keys of
 * random hands in another. Heap, nodes and listeners at the end may be no more than 2 % above those after visit 50, and no
 * hand may lead away.
 *
 *   npm run soak:kiosk                                      (an hour or two)
 *   npm run soak:kiosk -- --visits 200 --touches 0          fewer, or none
 */
import { parseArgs } from 'node:util';
import { build, isStale } from './build.js';
import { installPackages, requireNode } from './setup.js';

installPackages();
requireNode();
if (isStale('node') && build('node') !== 0) process.exit(1);
const { chromium } = await import('playwright');
const { chromiumArgs, findChromium } = await import('./chromium.js');
const { withoutCompiledCode } = await import('./held.js');
const { serve } = await import('./serve.js');
const { visit } = await import('./soak/kiosk-visits.js');
const { handle, stateOfPage } = await import('./soak/random-hands.js');

const { values } = parseArgs({
  options: { visits: { type: 'string', default: '2000' }, touches: { type: 'string', default: '100000' } }
});
const [visits, touches] = [Number(values.visits), Number(values.touches)];
const first = Math.min(50, Math.floor(visits / 4));
const size = { width: 1920, height: 1080 };
/** Share by which what is held may have grown. */
const most = 0.02;

const server = await serve({ port: 0 });

/**
 * A kiosk at rest, in a browser of its own.
 * @param {string[]} errors takes the errors of its scripts
 * @param {string[]} [flags] more flags for the browser
 */
async function openKiosk(errors, flags = []) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumArgs, ...flags] });
  const page = await browser.newPage({ viewport: size, hasTouch: true, serviceWorkers: 'block' });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${server.address}/kiosk`);
  await page.locator('[data-phase="attract"]').waitFor();
  await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
  return { browser, page };
}

/** @returns {Promise<boolean>} whether nothing grew, and each visit was counted */
async function receiveVisitors() {
  if (visits === 0) return true;
  /** @type {string[]} */
  const errors = [];
  const { browser, page } = await openKiosk(errors, withoutCompiledCode);
  const figure = (/** @type {number} */ value) => Math.round(value).toLocaleString('en-GB').padStart(12);
  console.log(
    `${'visits'.padStart(8)}${['heap, bytes', 'nodes', 'detached', 'listeners'].map((head) => head.padStart(12)).join('')}`
  );
  const every = Math.max(1, Math.floor(visits / 20));
  const at = [first, visits, ...Array.from({ length: 20 }, (_, place) => (place + 1) * every)];
  const readings = await visit(page, {
    visits,
    seed: 678,
    at,
    ontold: ({ visits: done, heap, nodes, detached, listeners }) =>
      console.log(`${String(done).padStart(8)}${[heap, nodes, detached, listeners].map(figure).join('')}`)
  });
  const [before, after] = [readings.find((reading) => reading.visits === first), readings.at(-1)];
  const grown = /** @type {const} */ (['heap', 'nodes', 'detached', 'listeners']).map((what) => {
    const share = (after?.[what] ?? 0) / Math.max(1, before?.[what] ?? 1) - 1;
    console.log(`${what}: ${(100 * share).toFixed(2)} % since visit ${first}${share > most ? '  TOO MUCH' : ''}`);
    return share;
  });
  const counted = await page.evaluate(() => JSON.parse(localStorage.getItem('two-steps-kiosk-counts') ?? '{}'));
  const sum = Object.values(counted.days ?? {})
    .flat()
    .reduce((/** @type {number} */ a, /** @type {any} */ b) => a + b, 0);
  console.log(`${sum} visits were counted of ${visits}; ${errors.length} errors of scripts. ${errors.join('; ')}`);
  await browser.close();
  return grown.every((share) => share <= most) && sum === visits && errors.length === 0;
}

/** @returns {Promise<boolean>} whether no hand led away */
async function letHandsPlay() {
  if (touches === 0) return true;
  /** @type {string[]} */
  const errors = [];
  const { browser, page } = await openKiosk(errors);
  /** @type {string[]} */
  const away = [];
  page.context().on('page', (opened) => away.push(`a window: ${opened.url()}`));
  page.on('download', (download) => away.push(`a download: ${download.url()}`));
  page.on('framenavigated', (frame) => {
    if (!/\/kiosk(\/technician)?\/?$/.test(new URL(frame.url()).pathname)) away.push(frame.url());
  });
  const hands = await page.context().newCDPSession(page);
  for (let done = 0; done < touches; done += 1000) {
    await handle(hands, { times: Math.min(1000, touches - done), seed: 678 + done, size });
    if (done % 10_000 === 0) console.log(`${done} touches, swipes and keys: ${away.length} led away`);
  }
  const state = await stateOfPage(page);
  console.log(
    `${touches} touches, swipes and keys: ${away.length} led away; the page is ${JSON.stringify(state)}; ${errors.length} errors of scripts. ${errors.join('; ')}`
  );
  await browser.close();
  return away.length === 0 && errors.length === 0 && state.scale === 1 && state.fields === 0 && state.selected === '';
}

const sound = await Promise.all([receiveVisitors(), letHandsPlay()]);
await server.close();
process.exit(sound.every(Boolean) ? 0 : 1);
