import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

interface Deployed {
  readonly isBroken?: boolean;
  readonly revision?: string;
  readonly packed?: string;
}

/** The product on a server of its own, of which a newer version can be deployed while pages are open. */
export class Deployment {
  /** What is deployed since the first version; it stands in the head of every page. */
  #revision: string | null = null;
  /** What the copy says that it is of: another, where the server is updated between two requests. */
  #packed = '';
  #isBroken = false;
  readonly #server: Server;
  readonly #handler: Handler;

  private constructor(handler: Handler) {
    this.#handler = handler;
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  static async start(): Promise<Deployment> {
    // What is built is not part of what is checked.
    const built: string = '../../../build/handler.js';
    const { handler } = (await import(built)) as { handler: Handler };
    const deployment = new Deployment(handler);
    await new Promise<void>((done) => deployment.#server.listen(0, '127.0.0.1', done));
    return deployment;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /**
   * From now on there is a newer version: its pages are marked, and the scripts of the one before are gone.
   * @param isBroken its kiosk has no script, and never comes up
   * @param revision what its pages say that they are
   * @param packed the revision of the copy, where that is another one
   */
  deploy({ isBroken = false, revision = 'newer', packed }: Deployed = {}): void {
    this.#revision = revision;
    this.#packed = packed ?? revision;
    this.#isBroken = isBroken;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((done) => this.#server.close(() => done()));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = new URL(request.url!, 'http://localhost').pathname;
    if (this.#revision === null) return this.#handler(request, response, () => response.writeHead(404).end());
    if (path === '/service-worker.js') {
      const script = readFileSync('build/client/service-worker.js', 'utf8');
      response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache' });
      response.end(script.replaceAll(versionOf(script), `${versionOf(script)}-${this.#revision}`));
    } else if (path === '/offline.bin') {
      const pack = unpack(readFileSync('build/client/offline.bin'));
      pack.version += `-${this.#packed}`;
      for (const file of pack.files)
        if (file[1] === 'text/html')
          file[2] = file[2].replace('</head>', `<meta name="revision" content="${this.#packed}"></head>`);
      if (this.#isBroken)
        for (const file of pack.files)
          if (file[0] === '/kiosk') file[2] = file[2].replace(/<script[\s\S]*?<\/script>/g, '');
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(gzipSync(JSON.stringify(pack)));
    } else {
      this.#handler(request, response, () => response.writeHead(404).end());
    }
  }
}

interface Pack {
  version: string;
  parts: string[];
  files: [string, string, string][];
}

/** The pack with every file whole. */
function unpack(packed: Buffer): Pack {
  const pack = JSON.parse(gunzipSync(packed).toString()) as Pack;
  for (const file of pack.files) file[2] = file[2].replace(/\0(\d+)\0/g, (_, place) => pack.parts[Number(place)]!);
  return { ...pack, parts: [] };
}

/** The version that the build gave itself. */
function versionOf(script: string): string {
  const found = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/.exec(script);
  if (!found) throw new Error('the service worker names no version');
  return found[0];
}
