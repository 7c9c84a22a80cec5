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
import { createReadStream, existsSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';
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
 * The path of a request as it is meant; null where it is no path at all.
 * @param {string} address
 */
function pathOf(address) {
  try {
    return decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return null;
  }
}

/**
 * Writes down that the page lives. The watchdog never sees half of it: a file takes the place of the other at once.
 * @param {string} heartbeat
 */
function noteLife(heartbeat) {
  // Seconds since the machine was started: setting the clock must not make a living page look dead.
  writeFileSync(`${heartbeat}.new`, String(Math.floor(uptime())));
  renameSync(`${heartbeat}.new`, heartbeat);
}

/**
 * Serves one screen. What cannot be read or written is answered and told, and ends nothing: the next request may go well.
 * @param {{ pages: string, settings: string, heartbeat: string }} files
 * @returns {import('node:http').Server}
 */
export function kioskServer({ pages, settings, heartbeat }) {
  const root = realpathSync(pages);
  /** @type {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown} */
  const answer = (request, response) => {
    const path = pathOf(request.url ?? '/');
    const say = (/** @type {number} */ status, /** @type {string} */ words) =>
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(words);
    if (path === null) return say(400, 'no address');
    if (request.method === 'POST' && path === '/kiosk-heartbeat') {
      noteLife(heartbeat);
      return response.writeHead(204).end();
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return say(405, 'pages are only read');
    if (path === '/kiosk.json') {
      const text = settingsOf(settings);
      if (text === null) return say(404, 'no such file');
      return response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(text);
    }
    const file = fileOf(root, path);
    if (file === null) return say(404, 'no such file');
    const isNamed = path.startsWith('/_app/immutable/');
    response.writeHead(200, {
      'content-type': types[/** @type {keyof typeof types} */ (extname(file))] ?? 'application/octet-stream',
      'content-length': statSync(file).size,
      'cache-control': isNamed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff'
    });
    // A stick that is pulled out in the middle of a file breaks off that file alone.
    return createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  };
  return createServer((request, response) => {
    try {
      answer(request, response);
    } catch (error) {
      console.error(`${request.method} ${request.url}: ${error instanceof Error ? error.message : error}`);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    }
  });
}

/**
 * What keeps the server from starting, as a sentence that says what to do; null where nothing does.
 * @param {readonly string[]} args
 */
function findObstacle([pages, settings, heartbeat, port = '8080']) {
  if (!pages || !settings || !heartbeat)
    return 'Say where the pages, the settings and the heartbeat are: node serve.js <pages> <settings> <heartbeat> [port]';
  if (!existsSync(pages)) return `There are no pages in ${pages}. Build them with: npm run build:static`;
  if (!existsSync(join(pages, 'kiosk', 'index.html')))
    return `${pages} holds no kiosk. Copy the whole folder that this wrote: npm run build:static`;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return `'${port}' is no port: a number from 1 to 65535 is one.`;
  return null;
}

/**
 * What of the settings the journal should say; the screen itself shows every field that needs mending.
 * @param {string} file
 */
function warnOf(file) {
  if (!existsSync(file)) return `There is no ${file}: all settings stand as docs/kiosk.md says.`;
  try {
    JSON.parse(readFileSync(file, 'utf8'));
    return null;
  } catch (error) {
    return `${file} is no JSON: ${error instanceof Error ? error.message : error}`;
  }
}

/** @param {readonly string[]} args */
function start(args) {
  const obstacle = findObstacle(args);
  if (obstacle !== null) {
    console.error(obstacle);
    process.exit(1);
  }
  const [pages = '', settings = '', heartbeat = '', port = '8080'] = args;
  const warning = warnOf(settings);
  if (warning !== null) console.error(warning);
  const server = kioskServer({ pages, settings, heartbeat });
  server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
    console.error(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is taken by another program. Stop that program, or name another port after the heartbeat, and the same in KIOSK_ADDRESS for launch.sh.`
        : `The pages cannot be served on port ${port}: ${error.message}`
    );
    process.exit(1);
  });
  server.listen(Number(port), '127.0.0.1', () => {
    const taken = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
    console.log(`The kiosk is at http://localhost:${taken}/kiosk/`);
  });
}

if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(new URL(import.meta.url).pathname))
  start(process.argv.slice(2));
