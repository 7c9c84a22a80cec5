import { spawn } from 'node:child_process';
import { chromium } from 'playwright';
import { chromiumArgs, findChromium } from '../chromium.js';

/**
 * A browser with a profile on disk, as a person has one, that can be killed at any moment.
 * @param {string} profile
 */
export async function openBrowser(profile) {
  const child = spawn(
    /** @type {string} */ (findChromium() ?? chromium.executablePath()),
    [
      ...chromiumArgs,
      '--headless',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--no-first-run',
      'about:blank'
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true }
  );
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
      const found = /ws:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error(`the browser ended: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(/** @type {string} */ (address));
  const page = await (browser.contexts()[0] ?? (await browser.newContext())).newPage();
  const kill = () => {
    // The whole group: a browser is many processes, and a power cut takes all of them.
    process.kill(-(/** @type {number} */ (child.pid)), 'SIGKILL');
    return new Promise((done) =>
      child.exitCode === null && child.signalCode === null ? child.once('exit', done) : done(undefined)
    );
  };
  return { page, kill };
}
