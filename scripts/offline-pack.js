/**
 * Packs every page and its data into one file, which the service worker unpacks: one request in place
 * of hundreds, and the styles that each page carries within it stand there once.
 *
 *   offline.bin    gzip of { version, parts, files: [address, type, text] }; what stands in several texts is a part, and its
 *                  place in a text is its number between two \u0000. The version is the build's: a worker takes no other
 *   offline.json   { bytes, pages }: what is fetched in all, to be said before it is
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const types = {
  html: 'text/html',
  json: 'application/json',
  svg: 'image/svg+xml',
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems'
};

/**
 * Every file below a folder, with `/` between its parts.
 * @param {string} folder
 * @returns {string[]}
 */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/\.(br|gz)$/.test(path))
    .sort();

/**
 * The address at which a host serves a file, below the site's path.
 * @param {string} path
 */
function addressOf(path) {
  if (path === 'index.html') return '/';
  if (path.endsWith('/index.html')) return `/${path.slice(0, -'index.html'.length)}`;
  return `/${path.replace(/\.html$/, '')}`;
}

/** Styles within a page, and strings of its data: long enough that a number in their place is worth it. */
const part = /(?<=<style[^>]*>)[^<\0]+|"(?:[^<"\\\0]|\\.){40,}"/g;

/**
 * Takes out what stands in the files more than once: compression alone looks back no further than 32 KiB.
 * @param {[string, string, string][]} files
 */
function shareParts(files) {
  const counts = new Map();
  for (const [, , text] of files)
    for (const found of text.match(part) ?? []) counts.set(found, (counts.get(found) ?? 0) + 1);
  const places = new Map([...counts].filter(([, count]) => count > 1).map(([found], place) => [found, place]));
  const mark = (/** @type {string} */ found) => (places.has(found) ? `\0${places.get(found)}\0` : found);
  return {
    parts: [...places.keys()],
    files: files.map(([path, type, text]) => [path, type, text.replace(part, mark)])
  };
}

/**
 * @param {{ pages: string, client: string, version: string }} build where it wrote its pages, and what browsers load
 *   beside them; what it calls itself
 */
export function packForOffline({ pages, client, version }) {
  /** @type {[string, string, string][]} */
  const files = [];
  for (const path of filesIn(pages)) {
    const ending = /** @type {keyof typeof types} */ (path.split('.').at(-1));
    // What has a name of its own by its content is fetched by that name.
    if (path.startsWith('_app/') || path === 'service-worker.js' || !(ending in types)) continue;
    const text = readFileSync(join(pages, path), 'utf8');
    files.push([addressOf(path), types[ending], text]);
  }
  // A page beside its data: what both hold is packed once.
  files.sort(([a], [b]) => (stem(a) < stem(b) ? -1 : 1));

  const pack = gzipSync(JSON.stringify({ version, ...shareParts(files) }), { level: 9 });
  const assets = filesIn(client).filter((path) => /^_app\/.*\.(js|css|woff2)$/.test(path));
  const bytes = assets.reduce((sum, path) => {
    const content = readFileSync(join(client, path));
    return sum + (path.endsWith('.woff2') ? content : gzipSync(content)).length;
  }, pack.length);
  writeFileSync(join(client, 'offline.bin'), pack);
  writeFileSync(join(client, 'offline.json'), JSON.stringify({ bytes, pages: files.length }));
  return { bytes, pages: files.length };
}

const stem = (/** @type {string} */ address) => address.replace(/\/__data\.json$/, '/').replace(/([^/])$/, '$1/');
