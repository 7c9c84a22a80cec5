#!/usr/bin/env node
/**
 * Serves the built pages to the browser of this machine, and nobody else; it needs Node 18 or newer and nothing besides.
 *
 *   node serve.js <pages> <settings> <heartbeat> [port]
 *
 *   pages       the folder that `npm run build:static` wrote
 *   settings    kiosk.json of this screen
 *   heartbeat   a file that is written whenever the page says that it lives
 */
import { createReadStream, existsSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { uptime } from 'node:os';
import { extname, join, sep } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.bib': 'application/x-bibtex',
  '.ris': 'application/x-research-info-systems',
  '.bin': 'application/octet-stream'
};

/**
 * The settings as the page gets them: with a server that listens, the page says that it lives. What is no JSON goes as it
 * is, for the page tells what is wrong with it.
 * @param {string} file
 * @returns {string | null} null where there is no such file
 */
export function settingsOf(file) {
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  try {
    const settings = JSON.parse(text);
    return settings !== null && typeof settings === 'object' && !Array.isArray(settings)
      ? JSON.stringify({ ...settings, heartbeat: true })
      : text;
  } catch {
    return text;
  }
}

/**
 * The file of an address; null where there is none below the folder.
 * @param {string} root
 * @param {string} path
 */
function fileOf(root, path) {
  for (const name of [path, join(path, 'index.html')]) {
    const file = join(root, name);
    if (!existsSync(file) || !statSync(file).isFile()) continue;
    const real = realpathSync(file);
    return real.startsWith(root + sep) ? real : null;
  }
  return null;
}

/**
 * @param {{ pages: string, settings: string, heartbeat: string }} files
 * @returns {import('node:http').Server}
 */
export function kioskServer({ pages, settings, heartbeat }) {
  const root = realpathSync(pages);
  return createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (request.method === 'POST' && path === '/kiosk-heartbeat') {
      // Seconds since the machine was started: setting the clock must not make a living page look dead.
      writeFileSync(heartbeat, String(Math.floor(uptime())));
      response.writeHead(204).end();
      return;
    }
    if (path === '/kiosk.json') {
      const text = settingsOf(settings);
      if (text === null) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(text);
      return;
    }
    const file = fileOf(root, path);
    if (file === null) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('no such file');
      return;
    }
    const isNamed = path.startsWith('/_app/immutable/');
    response.writeHead(200, {
      'content-type': types[/** @type {keyof typeof types} */ (extname(file))] ?? 'application/octet-stream',
      'content-length': statSync(file).size,
      'cache-control': isNamed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff'
    });
    createReadStream(file).pipe(response);
  });
}

if (process.argv[1] === realpathSync(new URL(import.meta.url).pathname)) {
  const [pages, settings, heartbeat, port = '8080'] = process.argv.slice(2);
  if (!pages || !settings || !heartbeat) {
    console.error(
      'Say where the pages, the settings and the heartbeat are: node serve.js <pages> <settings> <heartbeat>'
    );
    process.exit(1);
  }
  if (!existsSync(pages)) {
    console.error(`There are no pages in ${pages}. Build them with: npm run build:static`);
    process.exit(1);
  }
  kioskServer({ pages, settings, heartbeat }).listen(Number(port), '127.0.0.1', () =>
    console.log(`The kiosk is at http://localhost:${port}/kiosk/`)
  );
}
