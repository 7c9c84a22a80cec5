/**
 * Builds the product for its own server; with `static` for any host of plain files, under any
 * path (`BASE_PATH=/some/path` where even the page for missing addresses must know it).
 *
 *   npm run build          build/
 *   npm run build:static   build-static/
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packForOffline } from './offline-pack.js';
import { installPackages, requireNode, run } from './setup.js';

const made = { node: 'build', static: 'build-static', pseudo: 'build-pseudo' };

/** What a build is made from. */
const inputs = ['src', 'content', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];

/**
 * The newest change below a path, in ms.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const own = readdirSync(path).filter((name) => !name.startsWith('.') && !name.startsWith('paraglide'));
  return Math.max(found.mtimeMs, ...own.map((name) => newest(join(path, name))));
}

/** @param {keyof typeof made} target */
export function isStale(target) {
  const stamp = join(made[target], '.built');
  return !existsSync(stamp) || inputs.some((input) => newest(input) > statSync(stamp).mtimeMs);
}

/**
 * @param {keyof typeof made} target
 * @returns {number} exit code
 */
export function build(target) {
  const checked = run('node src/cli/check-content.ts');
  if (checked !== 0) return checked;
  if (target === 'pseudo') run('node scripts/pseudo-messages.js');
  // What a new clone has not yet: the settings that the framework writes for TypeScript.
  if (!existsSync('.svelte-kit/tsconfig.json')) run('svelte-kit sync');
  const begun = new Date();
  // Every build is a version of its own: a service worker knows by it that there is another.
  const version = process.env.APP_VERSION ?? begun.toISOString();
  const code = run('vite build --logLevel warn', { TARGET: target, APP_VERSION: version });
  if (code !== 0) return code;
  if (target !== 'node') anchorMissingPage(made[target]);
  const [pages, client] = target === 'node' ? ['prerendered', 'client'] : ['', ''];
  packForOffline({ pages: join(made[target], pages), client: join(made[target], client), version });
  writeFileSync(join(made[target], '.built'), begun.toISOString());
  return 0;
}

/**
 * A host shows 404.html for addresses of any depth, so its own addresses must not be relative.
 * @param {string} folder
 */
function anchorMissingPage(folder) {
  const path = join(folder, '404.html');
  const base = process.env.BASE_PATH ?? '';
  const page = readFileSync(join(folder, '404', 'index.html'), 'utf8');
  writeFileSync(path, page.replace(/(href|src)="\.\.\//g, `$1="${base}/`));
}

if (process.argv[1] === import.meta.filename || process.argv[1]?.endsWith('build.js')) {
  installPackages();
  requireNode();
  process.exit(build(process.argv[2] === 'static' ? 'static' : process.argv[2] === 'pseudo' ? 'pseudo' : 'node'));
}
