/**
 * Serves a folder of plain files under a path, as any static host would.
 *
 *   node scripts/serve-files.js build-static /some/path 8080
 */
import { createServer } from 'node:http';
import sirv from 'sirv';

const [folder = 'build-static', base = '', port = '8080'] = process.argv.slice(2);
const files = sirv(folder, { dev: true });

createServer((request, response) => {
  const path = request.url ?? '/';
  if (!path.startsWith(base)) {
    response.writeHead(404).end(`Everything is under ${base}/`);
    return;
  }
  request.url = path.slice(base.length) || '/';
  files(request, response, () => response.writeHead(404).end('no such file'));
}).listen(Number(port), '127.0.0.1', () => console.log(`http://127.0.0.1:${port}${base}/`));
