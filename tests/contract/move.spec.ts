import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { collection } from 'virtual:collection';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { find } from '#lib/model/digest.ts';
import type { Operation } from '#lib/model/operation.ts';
import type { Asker, Student } from '#lib/server/asker.ts';
import { Accounts } from '#lib/server/auth/accounts.ts';
import { readSince, takeOperations } from '#lib/server/class/answers.ts';
import { assign, listAssignments } from '#lib/server/class/assignments.ts';
import { readAudit } from '#lib/server/class/audit.ts';
import { Board } from '#lib/server/class/board.ts';
import { listClasses, makeClass } from '#lib/server/class/classes.ts';
import { feedbackFor, keepComment, listComments, listFeedback, writeFeedback } from '#lib/server/class/feedback.ts';
import { invite } from '#lib/server/class/invitations.ts';
import { join, listStudents, readStudent, removeStudent } from '#lib/server/class/students.ts';
import { openDatabase, type Database } from '#lib/server/db/open-database.ts';
import { findPostgres, startPostgres } from '../../scripts/postgres.js';

const now = Date.parse('2026-12-01T09:00:00Z');
const module = find(collection.modules, 'two-steps');
const secret = 'a secret of the tests, long enough to sign with';
const passphrase = 'a passphrase of some length';
const headers = new Headers({ 'user-agent': 'a browser' });

const push = (database: Database, student: Asker, ids: string[]) =>
  takeOperations(
    database,
    student,
    {
      module: module.id,
      step: module.steps[0]!.id,
      since: 0,
      operations: ids.map(
        (id, index) =>
          ({
            id,
            at: now,
            clock: index + 1,
            module: module.id,
            type: 'field',
            step: module.steps[0]!.id,
            question: module.steps[0]!.questions[0]!.id,
            field: 'text',
            base: null,
            change: { type: 'splice', at: 0, remove: 0, insert: `${id} ‘é’ \0 "quoted"` }
          }) as Operation
      )
    },
    now
  );

/** A class as a school makes one. @returns who is in it, and with what they come back */
async function fill(database: Database) {
  const accounts = new Accounts(database, secret);
  const { id, cookies } = await accounts.signUp('Salma', 'salma@school.example', passphrase, headers);
  const codes = await accounts.newRecoveryCodes(id);
  const teacher: Asker = { type: 'teacher', id, name: 'Salma' };
  const made = await makeClass(database, teacher, 'History 10b', now);
  const choices = {
    steps: module.steps.map((step) => step.id),
    without: [],
    level: 'document' as const,
    due: '2026-12-08',
    note: 'Begin with the conversation.',
    models: true,
    questions: [],
    events: [],
    ownEvents: []
  };
  const assigned = await assign(database, teacher, made.id, { module, events: collection.events }, choices, now);
  const enter = (name: string) => join(database, { code: made.joinCode, name, address: '10.0.0.1' }, now);
  const { student, token } = await enter('Zoë');
  const gone = (await enter('Gone')).student as Student;
  for (let part = 0; part < 6; part += 1) {
    await push(
      database,
      student,
      Array.from({ length: 450 }, (_, index) => `${part}.${index}`)
    );
  }
  // The highest numbers were given to what is no longer there.
  await push(database, gone, ['g.1', 'g.2']);
  await removeStudent(database, teacher, made.id, gone.id, now);
  const said = { student: (student as Student).id, step: 's', question: 'q', scores: { sourcing: 2 } };
  await writeFeedback(database, teacher, assigned.id, { ...said, words: 'Which words show that?' }, now);
  await keepComment(database, teacher, 'Quote\0 the words.', now);
  await invite(database, teacher, 'open', now);
  return { teacher, student, token, assigned, made, codes, cookies };
}

type Filled = Awaited<ReturnType<typeof fill>>;

/** What those who are in it see of it. */
const readAll = async (database: Database, { teacher, student, token, assigned, made, cookies }: Filled) => ({
  classes: await listClasses(database, teacher),
  students: await listStudents(database, teacher, made.id),
  audit: await readAudit(database, teacher),
  assignments: await listAssignments(database, student),
  feedback: await feedbackFor(database, student, module.id),
  scores: await listFeedback(database, teacher, assigned.id),
  comments: (await listComments(database, teacher)).map(({ words }) => words.replace('\0', '')),
  device: await readStudent(database, token, now),
  pulled: await readSince(database, student, module.id, 1500),
  board: await (await Board.open(database, teacher, assigned.id, collection.modules)).read(),
  signedIn: await new Accounts(database, secret).read(
    new Headers({ cookie: `${cookies[0]!.name}=${encodeURIComponent(cookies[0]!.value)}` })
  )
});

describe.skipIf(findPostgres() === null)('move from a folder to postgres', () => {
  let folder: string;
  let server: Awaited<ReturnType<typeof startPostgres>>;

  beforeEach(async () => {
    folder = mkdtempSync(joinPath(tmpdir(), 'two-steps-move-'));
    server = await startPostgres();
  });
  afterEach(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs the command as an operator does. */
  const move = (env: Record<string, string> = {}) =>
    new Promise<{ code: number | null; out: string; words: string }>((resolve) => {
      const program = spawn(process.execPath, ['src/cli/move-to-postgres.ts'], {
        env: { ...process.env, DATA_DIR: folder, DATABASE_URL: server.url, ...env }
      });
      let [out, words] = ['', ''];
      program.stdout.on('data', (chunk) => (out += chunk));
      program.stderr.on('data', (chunk) => (words += chunk));
      program.once('close', (code) => resolve({ code, out, words }));
    });

  it('answers every question as before, lets a teacher in as before, and goes on', async () => {
    const from = await openDatabase({ folder });
    const filled = await fill(from);
    const before = await readAll(from, filled);
    expect(before.pulled).toMatchObject({ cursor: 2500, hasMore: true });
    const busy = await move();
    expect(busy).toMatchObject({ code: 1, out: '' });
    expect(busy.words).toMatch(/^Another server is using the folder /);
    await from.close();

    const moved = await move();
    expect(moved).toMatchObject({ code: 0, words: '' });
    expect(moved.out).toMatch(/operation +2700\n/);
    expect(moved.out).toMatch(/teacher_account +1\n/);
    const to = await openDatabase({ url: server.url });
    try {
      expect(await readAll(to, filled)).toEqual(before);
      const accounts = new Accounts(to, secret);
      expect(await accounts.signIn('salma@school.example', passphrase, headers, now)).not.toEqual([]);
      await accounts.recover('salma@school.example', filled.codes[0]!, 'another passphrase', now);
      await push(to, filled.student, ['5.449', 'after.1']);
      const { seq } = await to.db
        .selectFrom('operation')
        .select('seq')
        .where('id', '=', 'after.1')
        .executeTakeFirstOrThrow();
      expect(seq).toBeGreaterThan(2702);
      await makeClass(to, filled.teacher, 'Another', now);
      expect((await readAudit(to, filled.teacher))[0]).toMatchObject({ action: 'class-made' });
    } finally {
      await to.close();
    }
    // What is there now is not written over by a second move.
    const again = await move();
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.words).toMatch(/^The database at DATABASE_URL holds rows already, in .*operation/);
  });

  it('moves nothing when a row does not arrive', async () => {
    const from = await openDatabase({ folder });
    await fill(from);
    await from.close();
    const to = await openDatabase({ url: server.url });
    try {
      await sql`create rule lost as on insert to comment do instead nothing`.execute(to.db);
      const moved = await move();
      expect(moved).toMatchObject({ code: 1, out: '' });
      expect(moved.words).toBe('The counts differ, so nothing was moved. comment: 1 in the folder, 0 in PostgreSQL.\n');
      for (const table of ['teacher', 'operation', 'audit', 'setting'] as const) {
        expect(await to.db.selectFrom(table).selectAll().execute()).toEqual([]);
      }
    } finally {
      await to.close();
    }
  });

  it('says what is missing', async () => {
    expect((await move({ DATABASE_URL: '' })).words).toMatch(/^Name the database to move to/);
    expect((await move()).words).toMatch(/^There are no classes in the folder /);
    await (await openDatabase({ folder })).close();
    const away = await move({ DATABASE_URL: 'postgres://two_steps:secret@127.0.0.1:1/postgres' });
    expect(away).toMatchObject({ code: 1, out: '' });
    expect(away.words).toMatch(/^PostgreSQL could not be reached at DATABASE_URL/);
    expect(away.words).not.toContain('secret');
  });
});
