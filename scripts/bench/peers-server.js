/** Serves the peers' pages and their packages, to this machine alone. */
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import sirv from 'sirv';
import { build } from 'vite';

const vis = '/packages/vis-timeline';
const timelinejs = '/packages/@knight-lab/timelinejs/dist';

/** What each page loads before its own script, as the library's documentation has it. */
const pages = {
  vis: {
    styles: [`${vis}/styles/vis-timeline-graph2d.min.css`],
    scripts: [`${vis}/standalone/umd/vis-timeline-graph2d.min.js`]
  },
  timelinejs: { styles: [`${timelinejs}/css/timeline.css`], scripts: [`${timelinejs}/js/timeline.js`] },
  naive: { styles: [], scripts: [] }
};

/** The stage is as wide as the product's own at this width, and every page draws on the same. */
const stage = `
  body { margin: 0; font: 15px/1.4 system-ui, sans-serif; }
  #timeline { inline-size: 1286px; block-size: 600px; margin: 60px auto 0; }
  .event circle { fill: #1e6091; } .event rect { fill: #bcd; } .event text { font-size: 15px; }
`;

/** @param {keyof typeof pages} id */
const pageOf = (id) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${id}</title>
<link rel="icon" href="data:,">
${pages[id].styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
<style>${stage}</style>
</head>
<body>
<div id="timeline"></div>
${[...pages[id].scripts, `/pages/${id}.js`].map((src) => `<script src="${src}"></script>`).join('\n')}
</body>
</html>`;

/**
 * A page's own script with what it imports, small.
 * @param {string} id
 */
async function bundle(id) {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: resolve(import.meta.dirname, 'pages', `${id}.js`), formats: ['iife'], name: 'page' }
    }
  });
  const { output } = /** @type {any} */ (Array.isArray(made) ? made[0] : made);
  return /** @type {string} */ (output[0].code);
}

/** @returns {Promise<{ address: string, close: () => Promise<void> }>} */
export async function servePeers() {
  const ids = /** @type {(keyof typeof pages)[]} */ (Object.keys(pages));
  /** @type {Map<string, { type: string, body: string }>} */
  const answers = new Map();
  for (const id of ids) {
    answers.set(`/${id}`, { type: 'text/html', body: pageOf(id) });
    answers.set(`/pages/${id}.js`, { type: 'text/javascript', body: await bundle(id) });
  }
  const packages = sirv('node_modules', { dev: true });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://peers').pathname;
    const answer = answers.get(path);
    if (answer) {
      response.writeHead(200, { 'content-type': `${answer.type}; charset=utf-8` }).end(answer.body);
    } else if (path.startsWith('/packages/')) {
      request.url = path.slice('/packages'.length);
      packages(request, response, () => response.writeHead(404).end());
    } else response.writeHead(404).end();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      })
  };
}
