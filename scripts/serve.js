import { createServer } from 'node:http';
import { hostname } from 'node:os';

/** Why the server does not start, where starting it again would not help. */
export class RefusedStart extends Error {
  /**
   * @param {string} message a sentence that says what to do
   * @param {number} [exitCode] what the program should exit with
   */
  constructor(message, exitCode = 78) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** What every answer says to a browser beside the page itself. */
const headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()'
};

/** Kit takes a form for one from elsewhere unless it knows how the page was asked for. Only a proxy of ours is believed. */
const forwarded = 'x-forwarded-proto';

/**
 * Serves what `npm run build` wrote.
 * @param {{ host?: string, port?: number }} [options] port 0 takes any that is free
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 * @throws {Error} with a sentence that says what to do, when the port is taken or may not be used
 */
export async function serve({ host = '127.0.0.1', port = 3000 } = {}) {
  const isBehindProxy = process.env.TRUST_PROXY === '1';
  const shown = host === '0.0.0.0' || host === '::' ? hostname() : host;
  // The adapter reads these when it is loaded.
  process.env.PROTOCOL_HEADER ??= forwarded;
  process.env.BODY_SIZE_LIMIT ??= '1100000';
  process.env.SITE_ADDRESS ??= port === 0 ? '' : `http://${shown}:${port}`;
  if (isBehindProxy) process.env.ADDRESS_HEADER ??= 'x-forwarded-for';
  const { handler } = await import('../build/handler.js');
  const server = createServer((request, response) => {
    if (!isBehindProxy) request.headers[forwarded] = 'http';
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    // What was refused unread would stand before the next request of its line for ever: Kit reads no more than it is asked for.
    response.once('finish', () => request.removeAllListeners('data').resume());
    handler(request, response, () => response.writeHead(404).end());
  });
  // A class saves about every five seconds, which is when Node hangs up by itself: a save that crosses with that is lost on
  // the way and sent again. A proxy keeps its lines for up to a minute.
  server.keepAliveTimeout = 75_000;
  await new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new RefusedStart(explain(error, host, port))));
    server.listen(port, host, () => resolve(undefined));
  });
  const taken = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
  return {
    address: `http://${shown}:${taken}`,
    close: async () => {
      // Pages that are told of answers hold their lines open: they are ended first.
      const closed = new Promise((resolve) => server.close(resolve));
      for (const listener of process.listeners('sveltekit:shutdown')) await listener('SIGTERM');
      server.closeAllConnections();
      await closed;
    }
  };
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {string} host
 * @param {number} port
 */
function explain(error, host, port) {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`;
  }
  if (error.code === 'EACCES') return `This user may not use port ${port}. Choose one above 1023: PORT=3000 npm start`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return `This machine has no address '${host}'. Leave HOST out, or set it to localhost or 0.0.0.0.`;
  }
  return `The server could not start on ${host}:${port}: ${error.message}`;
}
