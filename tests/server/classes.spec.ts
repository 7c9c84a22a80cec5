import { Agent } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listEndpoints } from '../../scripts/classes/endpoints.js';
import { fuzz } from '../../scripts/classes/fuzz.js';
import { killUnderLoad } from '../../scripts/classes/kill-under-load.js';
import { kinds } from '../../scripts/classes/places.js';
import { makeSchool } from '../../scripts/classes/school.js';
import { startRunning } from '../../scripts/classes/running.js';
import { ask } from '../../scripts/classes/student.js';

/** The same requests in every run: one that fails can be tried again. */
const seed = 1990;

describe.each(kinds)('the server on $name', ({ isHere, make }) => {
  it.skipIf(!isHere)(
    'loses nothing that it acknowledged, and has nothing twice, when it is killed',
    { timeout: 120_000 },
    async () => {
      const place = await make();
      try {
        const { acknowledged, lost, twice, refused, health } = await killUnderLoad(place, { kills: 5 });
        expect({ lost, twice, refused, health }).toEqual({ lost: 0, twice: 0, refused: 0, health: 200 });
        expect(acknowledged).toBeGreaterThan(300);
      } finally {
        await place.remove();
      }
    }
  );

  it.skipIf(!isHere)(
    `answers whatever it is asked, and changes nothing that it refuses (seed ${seed})`,
    { timeout: 120_000 },
    async () => {
      const place = await make();
      try {
        const { refused, done, problems } = await fuzz(place, { requests: 600, seed });
        expect(problems).toEqual([]);
        expect(done).toBe(600);
        expect(refused).toBeGreaterThan(200);
      } finally {
        await place.remove();
      }
    }
  );
});

it('knows every endpoint', () => {
  const all = listEndpoints();
  expect(all).toContain('POST /api/sync');
  expect(all).toContain('POST /teach/account?/end-session');
  expect(all.length).toBeGreaterThan(40);
});

describe.each(kinds)('what was once a failure on $name', ({ isHere, make }) => {
  let place: Awaited<ReturnType<typeof make>>;
  let server: Awaited<ReturnType<typeof startRunning>>;
  let teacher: string;
  let student: string;
  beforeAll(async () => {
    if (!isHere) return;
    place = await make();
    const [school] = await makeSchool(place, { classes: 1, students: 1 });
    teacher = school!.teacher;
    student = school!.students[0]!.cookie;
    server = await startRunning(place.settings);
  }, 60_000);
  afterAll(async () => {
    await server?.stop();
    await place?.remove();
  }, 60_000);

  const post = (path: string, type: string, body: string, cookie: string) =>
    ask(server.address + path, {
      method: 'POST',
      cookie,
      headers: { origin: server.address, 'content-type': type, accept: 'text/html' },
      body
    });
  const push = (more: object) => JSON.stringify({ module: 'two-steps', step: '', operations: [], since: 0, ...more });

  it.skipIf(!isHere)('is refused: a form that cannot be read', async () => {
    const sent = await post('/teach/classes', 'multipart/form-data; boundary=x', '--x\r\nnot a form', teacher);
    expect(sent.status).toBe(400);
    expect((await post('/join?/join', 'multipart/form-data', 'no boundary', '')).status).toBe(400);
  });

  it.skipIf(!isHere)('is refused: NUL in a form, an address and a push', async () => {
    const form = 'application/x-www-form-urlencoded';
    expect((await post('/join?/join', form, 'code=a%00b&name=Noor', '')).status).toBe(400);
    expect((await ask(`${server.address}/teach/classes/a%00b`, { cookie: teacher })).status).toBe(400);
    expect((await ask(`${server.address}/join?code=a%00b`)).status).toBe(400);
    expect((await post('/api/sync', 'application/json', push({ module: 'a\0b' }), student)).status).toBe(400);
  });

  it.skipIf(!isHere)('is refused without being read, and what the same line asks next is answered', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    try {
      const headers = { origin: server.address, 'content-type': 'application/json' };
      const long = { method: 'POST', headers, body: 'x'.repeat(800_000), agent };
      expect((await ask(`${server.address}/teach/sign-in`, long)).status).toBe(415);
      expect((await ask(`${server.address}/join`, { agent })).status).toBe(200);
    } finally {
      agent.destroy();
    }
  });

  it.skipIf(!isHere)('is refused: JSON that is nested deeply, and numbers that nobody counts to', async () => {
    const nested = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const deep = push({}).replace('"operations":[]', `"operations":${nested}`);
    expect((await post('/api/sync', 'application/json', deep, student)).status).toBe(400);
    expect((await post('/api/sync', 'application/json', push({ since: 1e300 }), student)).status).toBe(400);
    expect((await post('/api/sync', 'application/json', push({}), student)).status).toBe(200);
  });
});
