/** What a page holds, weighed without what the browser has of its own. */
import { setTimeout as wait } from 'node:timers/promises';

/** Without compiled code, of which the browser makes more the longer a page runs: what is left is what the page holds. */
export const withoutCompiledCode = ['--js-flags=--jitless'];

/**
 * Collects garbage until nothing is left to go. What one collection finds, the browser lets go of in its own time, and the
 * next finds what was held by it.
 * @param {import('playwright').CDPSession} devtools
 */
export async function collectGarbage(devtools) {
  for (let turn = 0; turn < 9; turn += 1) {
    if (turn > 0) await wait(100);
    await devtools.send('HeapProfiler.collectGarbage');
  }
}
