import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { listEndpoints } from '../../scripts/classes/endpoints.js';
import { AppServer } from './class/app-server.ts';
import { joinAs, newClass, newTeacher } from './class/school.ts';

test.describe.configure({ timeout: 180_000 });

/** What anybody may ask: it lets people in, or tells nothing of a class. Each has tests of its own. */
const open = new Set([
  'GET /api/health',
  'GET /api/metrics',
  'GET /join',
  'GET /join/[code]',
  'POST /join?/join',
  'POST /join?/resume',
  'POST /join?/leave',
  'GET /teach/sign-in',
  'POST /teach/sign-in',
  'GET /teach/sign-up',
  'POST /teach/sign-up',
  'GET /teach/recover',
  'POST /teach/recover',
  'POST /teach/account?/sign-out',
  'POST /api/teach/passkeys/sign-in',
  'PUT /api/teach/passkeys/sign-in'
]);

/** Whose they are: of a class and its teacher; of whichever teacher asks; of whichever student asks. */
const ofTeacher = /^\S+ \/(api\/teach\/passkeys|teach\/(account|classes(\?|$)))/;
const ofStudent = /^\S+ \/(api\/(class|sync)|join)/;

const tables = [
  'class',
  'student',
  'assignment',
  'operation',
  'feedback',
  'comment',
  'invitation',
  'recovery_code',
  'passkey',
  'challenge',
  'teacher'
];

test('every endpoint refuses nobody, an expired session, a student of another class and another teacher, and keeps its rows', async ({
  browser
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'two-steps-who-'));
  const server = await AppServer.start({ DATA_DIR: folder });
  const newPage = async () => (await browser.newContext({ baseURL: server.address })).newPage();

  const teacher = await newTeacher(browser, server.address);
  const code = await newClass(teacher, 'The class');
  const [, , , own, assignment] = new URL(teacher.url()).pathname.split('/') as string[];
  await joinAs(await newPage(), code, 'Noor');
  const database = new DatabaseSync(join(folder, 'two-steps.sqlite'));
  const student = String(database.prepare('SELECT id FROM student').get()!['id']);

  const stranger = await newTeacher(browser, server.address);
  const elsewhere = await newPage();
  await joinAs(elsewhere, await newClass(stranger, 'Another class'), 'Li');
  const expired = await newTeacher(browser, server.address);
  const gone = await newPage();
  await joinAs(gone, code, 'Aziz');
  database.exec(
    "UPDATE teacher_session SET expiresAt = '2000-01-01T00:00:00.000Z' WHERE userId = (SELECT id FROM teacher ORDER BY rowid DESC LIMIT 1)"
  );
  database.exec(
    "UPDATE student_session SET expires_at = 1 WHERE student_id = (SELECT id FROM student WHERE name = 'Aziz')"
  );
  const nobody = await newPage();

  const fill = (endpoint: string) =>
    endpoint
      .replace('[class]', own!)
      .replace('[assignment]', assignment!)
      .replace('[module]', 'two-steps')
      .replace('[step]', 'force-or-patience')
      .replace('[question]', 'what-was-heard')
      .replace('[student]', student);
  const form = {
    student,
    name: 'Changed',
    words: 'Changed',
    keep: 'yes',
    step: 'force-or-patience',
    question: 'what-was-heard',
    confirm: 'The class',
    retention: '30',
    open: 'no',
    level: 'plain',
    to: own!,
    added: '{"events":[],"ownEvents":[]}',
    passphrase: 'a passphrase of some length',
    'new-passphrase': 'another passphrase of length'
  };
  const ask = (request: APIRequestContext, endpoint: string) => {
    const [method, path] = fill(endpoint).split(' ') as [string, string];
    const options = { method, maxRedirects: 0, headers: { origin: server.address, accept: 'text/html' } };
    if (path === '/api/sync')
      return request.fetch(path, { ...options, data: { module: 'two-steps', step: '', operations: [], since: 0 } });
    return request.fetch(path, method === 'POST' ? { ...options, form } : options);
  };
  const rows = () => JSON.stringify(tables.map((table) => database.prepare(`SELECT * FROM ${table}`).all()));
  const before = rows();

  const endpoints = listEndpoints().filter((endpoint) => !open.has(endpoint));
  expect(endpoints.length).toBeGreaterThan(25);
  const answered: string[] = [];
  const askers: readonly [string, Page, (endpoint: string) => boolean][] = [
    ['nobody', nobody, () => true],
    ['an expired teacher', expired, () => true],
    ['an expired student', gone, () => true],
    ['a student of another class', elsewhere, (endpoint) => !ofStudent.test(endpoint)],
    ['another teacher', stranger, (endpoint) => !ofTeacher.test(endpoint)]
  ];
  for (const [name, page, isAsked] of askers) {
    for (const endpoint of endpoints.filter(isAsked)) {
      const response = await ask(page.request, endpoint);
      const isRefused =
        [401, 403, 404].includes(response.status()) ||
        (response.status() === 303 && response.headers()['location']!.startsWith('/teach/sign-in'));
      if (!isRefused) answered.push(`${name}: ${endpoint} ${response.status()}`);
    }
  }
  expect(answered).toEqual([]);
  expect(rows()).toBe(before);

  database.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});
