/** Sees to it that there is a browser for the tests. */
import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium.js';
import { environment } from './setup.js';

/**
 * Playwright's own download where it is there or can be had, else the system's Chromium, else the
 * distribution's package.
 * @returns {string | null} a sentence that says what to do, when none of that works
 */
export function ensureBrowser() {
  if (findChromium()) return null;
  console.log('Looking for a browser: Playwright’s own download …');
  attempt('playwright', ['install', 'chromium-headless-shell', 'chromium']);
  if (findChromium()) return null;
  console.log('… the distribution’s package …');
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  // The one that has no window is not everywhere to be had.
  for (const step of [
    ['update'],
    ['install', '-y', '--no-install-recommends', 'chromium-headless-shell'],
    ['install', '-y', '--no-install-recommends', 'chromium']
  ]) {
    const [command = '', ...args] = [...asRoot, 'apt-get', ...step];
    attempt(command, args);
    if (findChromium()) return null;
  }
  return 'The tests need Chromium. Install it (for instance: sudo apt-get install chromium), or set CHROMIUM_PATH to a browser that is there.';
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function attempt(command, args) {
  spawnSync(command, args, { stdio: 'ignore', env: environment(), timeout: 240_000 });
}
