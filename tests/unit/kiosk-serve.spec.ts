import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir, uptime } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { kioskServer } from '../../kiosk/serve.js';

let folder: string;
let files: { pages: string; settings: string; heartbeat: string };
const running: { close: () => unknown }[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'two-steps-kiosk-'));
  files = {
    pages: join(folder, 'pages'),
    settings: join(folder, 'kiosk.json'),
    heartbeat: join(folder, 'heartbeat')
  };
  for (const [path, text] of [
    ['pages/index.html', 'home'],
    ['pages/kiosk/index.html', 'kiosk'],
    ['pages/_app/immutable/a.js', 'script'],
    ['pages/offline.bin', 'packed'],
    ['pages/a file.svg', '<svg/>'],
    ['pages/strange.xyz', 'strange'],
    ['pages-beside/secret.txt', 'secret'],
    ['secret.txt', 'secret']
  ] as const) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});

afterEach(async () => {
  for (const each of running.splice(0)) await each.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

async function listen(): Promise<number> {
  const server = kioskServer(files);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  running.push(server);
  return (server.address() as AddressInfo).port;
}

/** Asks with the very words of a path, which `fetch` would tidy. */
async function ask(port: number, path: string, { method = 'GET', headers = {} } = {}): Promise<Answer> {
  const asking = request({ port, host: '127.0.0.1', path, method, headers, agent: false }).end();
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode!, headers: response.headers, text };
}

/** Starts it as systemd does, and waits for its first words or its end. */
async function startScript(args: readonly string[], script = 'kiosk/serve.js') {
  const child = spawn(process.execPath, [script, ...args]);
  let words = '';
  const ended = once(child, 'close').then(([code]) => code as number);
  running.push({ close: () => child.kill() && ended });
  const stands = new Promise<null>((done) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        words += String(chunk);
        if (words.includes('The kiosk is at')) done(null);
      });
  });
  const code = await Promise.race([ended, stands]);
  return { code, words };
}

describe('the server of a kiosk', () => {
  it.each([
    ['/', 'home', 'text/html; charset=utf-8', 'no-cache'],
    ['/kiosk', 'kiosk', 'text/html; charset=utf-8', 'no-cache'],
    ['/kiosk/', 'kiosk', 'text/html; charset=utf-8', 'no-cache'],
    ['/kiosk/?from=1990', 'kiosk', 'text/html; charset=utf-8', 'no-cache'],
    ['/_app/immutable/a.js', 'script', 'text/javascript', 'public, max-age=31536000, immutable'],
    ['/offline.bin', 'packed', 'application/octet-stream', 'no-cache'],
    ['/a%20file.svg', '<svg/>', 'image/svg+xml', 'no-cache'],
    ['/strange.xyz', 'strange', 'application/octet-stream', 'no-cache']
  ])('gives %s with its type, for as long as it holds', async (path, text, type, cache) => {
    const answer = await ask(await listen(), path);
    expect(answer).toMatchObject({ status: 200, text });
    expect(answer.headers).toMatchObject({
      'content-type': type,
      'cache-control': cache,
      'content-length': String(text.length),
      'x-content-type-options': 'nosniff'
    });
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/kiosk/..%2f..%2fsecret.txt',
    '/..%2fpages-beside/secret.txt',
    '/linked.txt',
    '/kiosk%00.html',
    '/_app',
    '/none'
  ])('gives nothing for %s', async (path) => {
    symlinkSync(join(folder, 'secret.txt'), join(files.pages, 'linked.txt'));
    const answer = await ask(await listen(), path);
    expect(answer).toMatchObject({ status: 404, text: 'no such file' });
  });

  it.each(['/%', '/%ff', '//'])('takes %s for no address, and goes on', async (path) => {
    const port = await listen();
    expect((await ask(port, path)).status).toBe(400);
    expect((await ask(port, '/')).text).toBe('home');
  });

  it('is only read: a head has no body, a part is the whole, and nothing else is heard', async () => {
    const port = await listen();
    const head = await ask(port, '/offline.bin', { method: 'HEAD' });
    expect(head).toMatchObject({ status: 200, text: '' });
    expect(head.headers['content-length']).toBe('6');
    expect(await ask(port, '/offline.bin', { headers: { range: 'bytes=0-1' } })).toMatchObject({
      status: 200,
      text: 'packed'
    });
    for (const method of ['PUT', 'DELETE', 'POST'])
      expect((await ask(port, '/offline.bin', { method })).status).toBe(405);
  });

  it('writes down when the page last said that it lives, in seconds since the machine began', async () => {
    const port = await listen();
    const before = Math.floor(uptime());
    expect((await ask(port, '/kiosk-heartbeat', { method: 'POST' })).status).toBe(204);
    const said = readFileSync(files.heartbeat, 'utf8');
    expect(said).toMatch(/^\d+$/);
    expect(Number(said)).toBeGreaterThanOrEqual(before);
    expect(Number(said)).toBeLessThanOrEqual(uptime());
    expect((await ask(port, '/kiosk-heartbeat')).status).toBe(404);
  });

  it('tells what it cannot write, and goes on', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    files.heartbeat = join(folder, 'no-such-folder', 'heartbeat');
    const port = await listen();
    expect((await ask(port, '/kiosk-heartbeat', { method: 'POST' })).status).toBe(500);
    expect(told.mock.calls.join()).toContain('/kiosk-heartbeat: ENOENT');
    told.mockRestore();
    expect((await ask(port, '/')).text).toBe('home');
  });

  it('says to the page that somebody listens, whatever the settings say, and keeps no old ones', async () => {
    const port = await listen();
    expect((await ask(port, '/kiosk.json')).status).toBe(404);
    const settings = async () => {
      const { text, headers } = await ask(port, '/kiosk.json');
      expect(headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' });
      return text;
    };
    writeFileSync(files.settings, '{ "location": "Hall 3", "heartbeat": false }');
    expect(JSON.parse(await settings())).toEqual({ location: 'Hall 3', heartbeat: true });
    // The page tells what is wrong with these: they go as they are.
    for (const wrong of ['{ "location": ', '[1]', 'null']) {
      writeFileSync(files.settings, wrong);
      expect(await settings()).toBe(wrong);
    }
  });
});

describe('started by itself', () => {
  it('says where the kiosk is, by way of a link, too', async () => {
    writeFileSync(files.settings, '{}');
    const link = join(folder, 'serve.js');
    symlinkSync(join(process.cwd(), 'kiosk/serve.js'), link);
    const { words } = await startScript([files.pages, files.settings, files.heartbeat, '0'], link);
    const [, port] = /^The kiosk is at http:\/\/localhost:(\d+)\/kiosk\/\n$/.exec(words)!;
    expect((await ask(Number(port), '/kiosk/')).text).toBe('kiosk');
  });

  it.each([
    ['there is no file of settings', null, /There is no .*kiosk\.json: all settings stand/],
    ['the settings are no JSON', '{ "idleSeconds": 90,, }', /kiosk\.json is no JSON: .*position/]
  ])('where %s, says so and serves all the same', async (_, text, sentence) => {
    if (text !== null) writeFileSync(files.settings, text);
    const { code, words } = await startScript([files.pages, files.settings, files.heartbeat, '0']);
    expect(words).toMatch(sentence);
    expect(code).toBeNull();
  });

  it.each([
    ['nothing is named', () => [], /Say where the pages, the settings and the heartbeat are/],
    ['the folder is missing', () => [join(folder, 'none'), 's', 'h'], /no pages in .*none\. Build them with: npm run/],
    ['the folder is another one', () => [join(folder, 'pages-beside'), 's', 'h'], /pages-beside holds no kiosk\. Copy/],
    ['the port is none', () => [files.pages, 's', 'h', 'http'], /'http' is no port/],
    ['the port is too high', () => [files.pages, 's', 'h', '70000'], /'70000' is no port/]
  ])('where %s, says what to do and ends', async (_, args, sentence) => {
    const { code, words } = await startScript(args());
    expect(words).toMatch(sentence);
    expect(words).not.toContain('at file:');
    expect(code).toBe(1);
  });

  it('where the port is taken, says what to do and ends', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    running.push(other);
    const { port } = other.address() as AddressInfo;
    const { code, words } = await startScript([files.pages, files.settings, files.heartbeat, String(port)]);
    expect(words).toMatch(new RegExp(`Port ${port} is taken by another program`));
    expect(words).not.toContain('at file:');
    expect(code).toBe(1);
  });
});
