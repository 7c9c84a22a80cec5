import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** Flags for a browser without a screen, on a machine that may have no way out to the network. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];

/** A browser that has no window from the start needs half the time of one that hides it. */
const installed = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/**
 * The browser that tests and pictures use: `CHROMIUM_PATH`, else Playwright's own download,
 * else one that is installed.
 * @returns {string | undefined} its path; undefined where there is none
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  return [chromium.executablePath(), ...installed].find((path) => path !== '' && existsSync(path));
}
