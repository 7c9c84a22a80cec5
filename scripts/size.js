/**
 * The script that each page type loads, compressed, and what its budget is; and what a lesson loads more for who is in a
 * class. Fails above it.
 *
 *   npm run size
 */
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { pageTypes } from '../tests/page-types.js';
import { chromiumArgs, findChromium } from './chromium.js';
import { kinds } from './classes/places.js';
import { makeSchool } from './classes/school.js';
import { serve } from './serve.js';

/** kB of script, gzip. A page that is read loads no more than this; the timeline, which is worked with, a little more, and a lesson most.
 * A kiosk loads once, from its own machine. */
const budgets = { reading: 60, timeline: 90, lesson: 110, kiosk: 120 };
const budgetOf = (/** @type {string} */ name) => {
  if (name.startsWith('timeline') || name === 'embed') return budgets.timeline;
  if (name.startsWith('kiosk')) return budgets.kiosk;
  return name.startsWith('step') ? budgets.lesson : budgets.reading;
};

/** What a lesson may load more in a class, in kB; who is in none loads nothing of it. */
const classBudget = 15;
/** It is in the script of classes, and in no other. */
const ofClasses = '/api/sync';

const place = await /** @type {typeof kinds[0]} */ (kinds[0]).make();
const [school] = await makeSchool(place, { classes: 1, students: 1 });
Object.assign(process.env, place.settings);
const server = await serve({ port: 0 });
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });

/** The cookies of the school's student, as a browser keeps them. */
const membership = [
  school?.students[0]?.cookie ?? '',
  `two-steps-member=${encodeURIComponent(JSON.stringify({ student: school?.students[0]?.id, class: 'Class 0', name: 'Student 0' }))}`
].map((cookie) => {
  const [name = '', value = ''] = cookie.split('=');
  return { name, value, url: server.address };
});

/**
 * What a page loads, in kB.
 * @param {typeof pageTypes[number]} type
 * @param {typeof membership} [cookies]
 */
async function measure({ name, path }, cookies = []) {
  const context = await browser.newContext();
  await context.addCookies(cookies);
  const page = await context.newPage();
  /** @type {Promise<{ kind: string, size: number, isOfClasses: boolean }>[]} */
  const loading = [];
  page.on('response', (response) => {
    // What is asked for again and has not changed comes without its content.
    if (response.status() >= 300 && response.status() < 400) return;
    const kind = response.request().resourceType();
    const compressed = (/** @type {Buffer} */ body) => (kind === 'font' ? body : gzipSync(body, { level: 9 })).length;
    loading.push(
      response.body().then((body) => ({ kind, size: compressed(body), isOfClasses: body.includes(ofClasses) }))
    );
  });
  await page.goto(server.address + path, { waitUntil: 'networkidle' });
  // Scripts wait for a hand.
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 2);
  await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
  // A script may ask for another: until no more have come for a while.
  let loaded;
  do {
    loaded = await Promise.all(loading);
    await page.waitForTimeout(500);
  } while (loaded.length < loading.length);
  await context.close();
  const sum = (/** @type {string} */ kind) =>
    loaded.filter((file) => file.kind === kind).reduce((total, { size }) => total + size, 0) / 1000;
  return {
    page: name,
    script: sum('script'),
    hasClasses: loaded.some(({ kind, isOfClasses }) => kind === 'script' && isOfClasses),
    budget: budgetOf(name),
    style: sum('stylesheet'),
    html: sum('document'),
    fonts: sum('font')
  };
}

/** @type {Awaited<ReturnType<typeof measure>>[]} */
const rows = [];
const left = pageTypes.entries();
// They wait most of the time.
await Promise.all(
  [1, 2, 3].map(async () => {
    for (const [place, type] of left) rows[place] = await measure(type);
  })
);
const step = /** @type {typeof rows[0]} */ (rows.find(({ page }) => page === 'step'));
const inClass = await measure({ ...pageTypes[rows.indexOf(step)], name: 'step, in a class' }, membership);
rows.push({ ...inClass, budget: step.script + classBudget });
await browser.close();
await server.close();
await place.remove();

const figure = (/** @type {number} */ value) => value.toFixed(1).padStart(8);
console.log(
  `${'page'.padEnd(18)}${['script', 'budget', 'style', 'html', 'fonts'].map((head) => head.padStart(8)).join('')}   kB, gzip`
);
for (const { page, script, budget, style, html, fonts } of rows) {
  const mark = script > budget ? '  over' : '';
  console.log(
    `${page.padEnd(18)}${figure(script)}${figure(budget)}${figure(style)}${figure(html)}${figure(fonts)}${mark}`
  );
}
console.log(`A class adds ${(inClass.script - step.script).toFixed(1)} kB of script to a lesson, of ${classBudget}.`);
if (!inClass.hasClasses) {
  console.error(`The lesson in a class has no '${ofClasses}': what classes add was not measured.`);
  process.exit(1);
}
const carriers = rows.filter(({ page, hasClasses }) => hasClasses && page !== inClass.page);
if (carriers.length > 0) {
  console.error(`Carry what is of classes, outside one: ${carriers.map(({ page }) => page).join(', ')}`);
  process.exit(1);
}
const over = rows.filter(({ script, budget }) => script > budget);
if (over.length > 0) {
  console.error(`Over budget: ${over.map(({ page }) => page).join(', ')}`);
  process.exit(1);
}
