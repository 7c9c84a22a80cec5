import { collection } from 'virtual:collection';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Choices } from '#lib/model/assignment.ts';
import type { Operation } from '#lib/model/operation.ts';
import { find } from '#lib/model/digest.ts';
import type { Asker } from '#lib/server/asker.ts';
import { Accounts } from '#lib/server/auth/accounts.ts';
import { readSince, takeOperations } from '#lib/server/class/answers.ts';
import {
  assign,
  assignmentOf,
  changeAssignment,
  listAssignments,
  readAssignment,
  withdraw
} from '#lib/server/class/assignments.ts';
import { readAudit } from '#lib/server/class/audit.ts';
import { Board } from '#lib/server/class/board.ts';
import {
  changeClass,
  deleteClass,
  deleteExpired,
  listClasses,
  makeClass,
  readClass,
  rotateJoinCode
} from '#lib/server/class/classes.ts';
import {
  dropComment,
  feedbackFor,
  keepComment,
  listComments,
  listFeedback,
  writeFeedback
} from '#lib/server/class/feedback.ts';
import { firstInvitation, invite, spendInvitation } from '#lib/server/class/invitations.ts';
import {
  findClass,
  join,
  leave,
  listStudents,
  newResume,
  readStudent,
  removeStudent,
  renameStudent,
  resetResume,
  resume
} from '#lib/server/class/students.ts';
import type { Database } from '#lib/server/db/open-database.ts';
import { Refusal } from '#lib/server/refusal.ts';
import { databases } from './databases.ts';
import { refusal } from './refusal.ts';

const now = Date.parse('2026-12-01T09:00:00Z');
const day = 86_400_000;
const module = find(collection.modules, 'two-steps');
const [firstStep] = module.steps;

const choices: Choices = {
  steps: module.steps.map(({ id }) => id),
  without: [],
  level: 'document',
  due: '2026-12-08',
  note: 'Begin with the conversation.',
  models: true,
  questions: [],
  events: [],
  ownEvents: []
};
const ground = { module, events: collection.events };

const operation = (id: string, more: Partial<Operation> = {}): Operation =>
  ({
    id,
    at: now,
    clock: 1,
    module: module.id,
    type: 'field',
    step: firstStep!.id,
    question: firstStep!.questions[0]!.id,
    field: 'text',
    base: null,
    change: { type: 'splice', at: 0, remove: 0, insert: id },
    ...more
  }) as Operation;

for (const { name, isHere, make } of databases) {
  describe.skipIf(!isHere)(`classes on ${name}`, () => {
    let database: Database;
    let remove: () => Promise<void>;
    let accounts: Accounts;
    let teacher: Asker;
    let stranger: Asker;
    let addresses = 0;
    const nobody: Asker = { type: 'nobody' };
    const headers = new Headers({ 'user-agent': 'a browser' });

    const newAddress = () => `10.0.0.${(addresses += 1)}`;
    const signUp = async (who: string): Promise<Asker> => {
      const { id } = await accounts.signUp(who, `${who}@school.example`, 'a passphrase of some length', headers);
      return { type: 'teacher', id, name: who };
    };
    const newClass = (title = 'History 10b') => makeClass(database, teacher, title, now);
    const joinClass = (code: string, who: string) => join(database, { code, name: who, address: newAddress() }, now);
    const push = (student: Asker, operations: Operation[], step = '') =>
      takeOperations(database, student, { module: module.id, step, operations, since: 0 }, now);

    beforeAll(async () => {
      ({ database, remove } = await make());
      accounts = new Accounts(database, 'a secret of the tests, long enough to sign with');
      teacher = await signUp('salma');
      stranger = await signUp('henrik');
    });
    afterAll(() => remove());

    it('makes accounts, signs in and out, and tells no more than that something was wrong', async () => {
      const { cookies } = await accounts.signUp('Ada', 'Ada@School.example', 'correct horse battery', headers);
      const asking = new Headers({ cookie: `${cookies[0]!.name}=${encodeURIComponent(cookies[0]!.value)}` });
      expect(await accounts.read(asking)).toMatchObject({ name: 'Ada', email: 'ada@school.example' });
      expect(await refusal(accounts.signUp('Ada', 'ada@school.example', 'correct horse battery', headers))).toBe(
        'email-taken'
      );
      expect(await refusal(accounts.signIn('ada@school.example', 'wrong horse battery', headers, now))).toBe(
        'wrong-passphrase'
      );
      expect(await refusal(accounts.signIn('none@school.example', 'wrong horse battery', headers, now))).toBe(
        'wrong-passphrase'
      );
      expect(await refusal(accounts.signUp('B', 'b@school.example', 'short', headers))).toBe('weak-passphrase');
      await accounts.signOut(asking);
      expect(await accounts.read(asking)).toBeNull();
      const forged = new Headers({ cookie: `${cookies[0]!.name}=${encodeURIComponent(`x${cookies[0]!.value}`)}` });
      expect(await accounts.read(forged)).toBeNull();
    });

    it('refuses a passphrase that is tried too often, for a time', async () => {
      for (let count = 0; count < 10; count += 1) {
        await refusal(accounts.signIn('often@school.example', 'a wrong passphrase', headers, now));
      }
      const tried = (at: number) => refusal(accounts.signIn('often@school.example', 'a wrong passphrase', headers, at));
      expect(await tried(now)).toBe('too-often');
      expect(await tried(now + 16 * 60_000)).toBe('wrong-passphrase');
    });

    it('gives an account back with a recovery code, once, and ends what was open', async () => {
      const { id, cookies } = await accounts.signUp('Eve', 'eve@school.example', 'forgotten soon enough', headers);
      const asking = new Headers({ cookie: `${cookies[0]!.name}=${encodeURIComponent(cookies[0]!.value)}` });
      const [first, second] = await accounts.newRecoveryCodes(id);
      await accounts.recover('eve@school.example', first!.toLowerCase().replaceAll('-', ' '), 'remembered now', now);
      expect(await accounts.read(asking)).toBeNull();
      await accounts.signIn('eve@school.example', 'remembered now', headers, now);
      expect(await refusal(accounts.recover('eve@school.example', first!, 'and once again', now))).toBe('code-unknown');
      const drawn = await accounts.newRecoveryCodes(id);
      expect(drawn).toHaveLength(8);
      expect(await refusal(accounts.recover('eve@school.example', second!, 'and once again', now))).toBe(
        'code-unknown'
      );
    });

    it('lets the first teacher in by the link of the first start, and others as the operator decides', async () => {
      expect(await firstInvitation(database, now)).toBeNull();
      expect(await refusal(spendInvitation(database, 'closed', '', now))).toBe('sign-up-closed');
      expect(await refusal(spendInvitation(database, 'invitation', '', now))).toBe('sign-up-closed');
      await spendInvitation(database, 'open', '', now);
      const link = await invite(database, teacher, 'invitation', now);
      expect(await refusal(spendInvitation(database, 'closed', link, now))).toBe('sign-up-closed');
      const giveBack = await spendInvitation(database, 'invitation', link, now);
      expect(await refusal(spendInvitation(database, 'invitation', link, now))).toBe('invitation-used');
      await giveBack();
      await spendInvitation(database, 'invitation', link, now);
      const late = await invite(database, teacher, 'open', now);
      expect(await refusal(spendInvitation(database, 'invitation', late, now + 8 * day))).toBe('invitation-used');
    });

    it('makes a class with a code of its own, changes it, and has it deleted with everything in it', async () => {
      const made = await newClass('  History\n10b ');
      expect(made).toMatchObject({ name: 'History 10b', isOpen: true });
      expect(made.joinCode).toMatch(/^[ACDEFGHJKMNPQRTWXY34679]{6}$/);
      await changeClass(database, teacher, made.id, { name: 'History 10c', isOpen: false, retentionDays: 30 }, now);
      expect(await refusal(joinClass(made.joinCode, 'Noor'))).toBe('class-closed');
      await changeClass(database, teacher, made.id, { isOpen: true }, now);
      const { student, token } = await joinClass(made.joinCode, 'Noor');
      const assigned = await assign(database, teacher, made.id, ground, choices, now);
      await push(student, [operation('a.1')]);
      await writeFeedback(
        database,
        teacher,
        assigned.id,
        { student: student.type === 'student' ? student.id : '', step: 's', question: 'q', words: 'Why?', scores: {} },
        now
      );
      expect((await listClasses(database, teacher)).find(({ id }) => id === made.id)).toMatchObject({
        name: 'History 10c',
        students: 1
      });
      const rotated = await rotateJoinCode(database, teacher, made.id, now);
      expect(await refusal(findClass(database, made.joinCode, newAddress(), now))).toBe('code-unknown');
      expect(await findClass(database, rotated.toLowerCase(), newAddress(), now)).toMatchObject({ id: made.id });

      await deleteClass(database, teacher, made.id, now);
      expect(await readStudent(database, token, now)).toBeNull();
      const text = JSON.stringify(await everyRow(database));
      expect(text).not.toContain('Noor');
      expect(text).not.toContain('a.1');
      expect(text).not.toContain('Why?');
      // That a class was deleted is what remains to be told.
      const audit = await readAudit(database, teacher);
      expect(audit.filter((entry) => entry.class === made.id)).toEqual([]);
      expect(audit[0]).toMatchObject({ action: 'class-deleted', subject: made.id });
    });

    it('deletes a class once nobody has answered for as long as it was to be kept', async () => {
      const made = await newClass('Kept for a month');
      await changeClass(database, teacher, made.id, { retentionDays: 30 }, now);
      const { student } = await joinClass(made.joinCode, 'Ivan');
      await push(student, [operation('kept.1')]);
      expect(await deleteExpired(database, now + 30 * day)).toBe(0);
      expect(await deleteExpired(database, now + 31 * day)).toBeGreaterThan(0);
      expect(await refusal(readClass(database, teacher, made.id))).toBe('not-yours');
    });

    it('lets a student join once under a name, carry on elsewhere, and be renamed or removed', async () => {
      const made = await newClass();
      const { student, token, resumeCode } = await joinClass(made.joinCode, 'Zoë');
      expect(await refusal(joinClass(made.joinCode, 'zoe'))).toBe('name-taken');
      expect(await refusal(joinClass(made.joinCode, ' \n '))).toBe('name-invalid');
      expect(await readStudent(database, token, now)).toEqual(student);
      expect(await readStudent(database, token, now + 181 * day)).toBeNull();
      expect(await readStudent(database, `${token}x`, now)).toBeNull();
      const other = await resume(
        database,
        { code: resumeCode.toLowerCase().replaceAll('-', ''), address: newAddress() },
        now
      );
      expect(other.student).toEqual(student);
      expect(await refusal(resume(database, { code: 'AAAA-AAAA-AAAA', address: newAddress() }, now))).toBe(
        'code-unknown'
      );
      const next = await newResume(database, student);
      expect(await refusal(resume(database, { code: resumeCode, address: newAddress() }, now))).toBe('code-unknown');
      await resume(database, { code: next, address: newAddress() }, now);
      const [listed] = await listStudents(database, teacher, made.id);
      const given = await resetResume(database, teacher, made.id, listed!.id, now);
      await resume(database, { code: given, address: newAddress() }, now);
      await joinClass(made.joinCode, 'Ola');
      expect(await refusal(renameStudent(database, teacher, made.id, listed!.id, 'OLA', now))).toBe('name-taken');
      await renameStudent(database, teacher, made.id, listed!.id, 'Zoë K.', now);
      expect((await listStudents(database, teacher, made.id)).map((each) => each.name)).toEqual(['Ola', 'Zoë K.']);
      await leave(database, token);
      expect(await readStudent(database, token, now)).toBeNull();
      await removeStudent(database, teacher, made.id, listed!.id, now);
      expect(await readStudent(database, other.token, now)).toBeNull();
    });

    it('counts wrong codes, and lets nobody guess on', async () => {
      const address = newAddress();
      for (let count = 0; count < 40; count += 1) await refusal(findClass(database, 'AAAAAA', address, now));
      expect(await refusal(findClass(database, 'AAAAAA', address, now))).toBe('too-often');
      expect(await refusal(findClass(database, 'AAAAAA', address, now + 11 * 60_000))).toBe('code-unknown');
    });

    it('keeps choices that fit the module, and says where others do not', async () => {
      const made = await newClass();
      const wrong = async (change: object) => {
        const error = await assign(database, teacher, made.id, ground, { ...choices, ...change }, now).catch(
          (thrown: unknown) => thrown
        );
        expect(error).toMatchObject({ code: 'malformed' });
        return (error as Refusal).message;
      };
      expect(await wrong({ steps: ['no-such-step'] })).toBe('steps: the module has no step ‘no-such-step’');
      expect(await wrong({ due: 'tomorrow' })).toBe('due: a day such as 2026-12-01');
      expect(await wrong({ steps: [] })).toBe('steps: at least one step');
      const own = { id: 'own-1', step: firstStep!.id, prompt: 'What would you ask?', words: null };
      expect(await wrong({ questions: [own, own] })).toBe('questions: two have the same id');
      expect(await wrong({ steps: [firstStep!.id, firstStep!.id] })).toBe(
        `steps: ‘${firstStep!.id}’ stands there twice`
      );
      expect(await wrong({ events: ['no-such-event'] })).toBe('events: the collection has no event ‘no-such-event’');
      const event = {
        id: 'own-1',
        title: 'A talk in our school',
        lane: 'europe',
        from: '1990-11-19',
        to: null,
        words: '',
        link: ''
      };
      expect(await wrong({ ownEvents: [event, event] })).toBe('ownEvents: two have the same id');
      expect(await wrong({ ownEvents: [{ ...event, to: '1990-11-18' }] })).toBe(
        'ownEvents.0.to: a day that is not before the first'
      );
      expect(await wrong({ ownEvents: [{ ...event, link: 'javascript:alert(1)' }] })).toBe(
        'ownEvents.0.link: an address that begins with http:// or https://'
      );
      expect(await wrong({ ownEvents: [{ ...event, lane: 'elsewhere' }] })).toMatch(/^ownEvents\.0\.lane: one of /);
      const events = [collection.events[3]!.id, collection.events[0]!.id];
      const backwards = {
        ...choices,
        steps: [...choices.steps].reverse(),
        questions: [own],
        events,
        ownEvents: [event]
      };
      const assigned = await assign(database, teacher, made.id, ground, backwards, now);
      // The order of the steps is the teacher's.
      expect(assigned.choices).toEqual(backwards);
      expect(await refusal(assign(database, teacher, made.id, ground, choices, now))).toBe('assigned-already');
      const { student } = await joinClass(made.joinCode, 'Mina');
      expect(await assignmentOf(database, student, module.id)).toEqual(assigned);
      expect(await assignmentOf(database, student, 'another')).toBeNull();
      await changeAssignment(database, teacher, assigned.id, ground, { ...choices, note: 'Change of plan.' }, now + 1);
      expect((await listAssignments(database, student))[0]).toMatchObject({ choices: { note: 'Change of plan.' } });
      await withdraw(database, teacher, assigned.id, now);
      expect(await listAssignments(database, teacher, made.id)).toEqual([]);
    });

    it('reads choices of before there were events beside a module', async () => {
      const made = await newClass();
      const assigned = await assign(database, teacher, made.id, ground, choices, now);
      const { events, ownEvents, ...old } = choices;
      await database.db
        .updateTable('assignment')
        .set({ choices: JSON.stringify(old) })
        .where('id', '=', assigned.id)
        .execute();
      expect((await readAssignment(database, teacher, assigned.id)).choices).toEqual({ ...old, events, ownEvents });
      const { student } = await joinClass(made.joinCode, 'Nils');
      expect((await assignmentOf(database, student, module.id))?.choices).toEqual(choices);
      await changeAssignment(database, teacher, assigned.id, ground, old, now);
      expect((await readAssignment(database, teacher, assigned.id)).choices).toEqual(choices);
    });

    it('shows a class’s work in the order of its teacher', async () => {
      const made = await newClass();
      const steps = [...choices.steps].reverse();
      const assigned = await assign(database, teacher, made.id, ground, { ...choices, steps }, now);
      const board = await Board.open(database, teacher, assigned.id, collection.modules);
      expect(board.steps.map(({ id }) => id)).toEqual(steps);
    });

    it('takes each operation once, in order, however often and from how many devices it comes', async () => {
      const made = await newClass();
      const assigned = await assign(database, teacher, made.id, ground, choices, now);
      const { student } = await joinClass(made.joinCode, 'Aziz');
      const all = Array.from({ length: 60 }, (_, index) => operation(`w.${index}`, { clock: index + 1 }));
      await Promise.all(
        Array.from({ length: 30 }, (_, index) => push(student, all.slice(index, index + 31), firstStep!.id))
      );
      const pulled = await readSince(database, student, module.id, 0);
      expect(pulled.operations.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
      expect(pulled.hasMore).toBe(false);
      expect(await readSince(database, student, module.id, pulled.cursor)).toEqual({
        operations: [],
        cursor: pulled.cursor,
        hasMore: false
      });
      const board = await Board.open(database, teacher, assigned.id, collection.modules);
      const [row] = await board.read();
      expect(row).toMatchObject({ name: 'Aziz', lastAt: now, step: firstStep!.id });
      expect(await board.operationsOf(row!.id)).toHaveLength(60);
      // Of what it knows already it reads nothing again, and what comes later is added.
      await push(student, [operation('w.later', { clock: 99 })]);
      expect(await board.read([row!.id])).toHaveLength(1);
      expect(await board.operationsOf(row!.id)).toHaveLength(61);
      expect((await listStudents(database, teacher, made.id))[0]).toMatchObject({
        place: `${module.id}/${firstStep!.id}`
      });
      expect(await refusal(push(student, [operation('x', { module: 'another' })]))).toBe('malformed');
    });

    it('keeps the feedback to an answer, changes it, and takes it away', async () => {
      const made = await newClass();
      const assigned = await assign(database, teacher, made.id, ground, choices, now);
      const { student } = await joinClass(made.joinCode, 'Lena');
      const id = student.type === 'student' ? student.id : '';
      const say = (words: string, scores: object = {}) =>
        writeFeedback(database, teacher, assigned.id, { student: id, step: 's', question: 'q', words, scores }, now);
      await say('Which words show that?', { sourcing: 2 });
      await say('Better.', { sourcing: 3, context: 1 });
      const said = [{ student: id, step: 's', question: 'q', words: 'Better.', writtenAt: now }];
      expect(await feedbackFor(database, student, module.id)).toMatchObject(said);
      expect(await listFeedback(database, teacher, assigned.id)).toMatchObject([
        { ...said[0], scores: { sourcing: 3, context: 1 } }
      ]);
      expect(await refusal(say('Too many points.', { sourcing: 4 }))).toBe('malformed');
      await say('');
      expect(await feedbackFor(database, student, module.id)).toEqual([]);
      await keepComment(database, teacher, 'Quote the words.', now);
      await keepComment(database, teacher, 'Quote the words.', now);
      const [comment, ...more] = await listComments(database, teacher);
      expect(more).toEqual([]);
      await dropComment(database, stranger, comment!.id);
      expect(await listComments(database, teacher)).toHaveLength(1);
      await dropComment(database, teacher, comment!.id);
      expect(await listComments(database, teacher)).toEqual([]);
    });

    it('answers nobody who must not ask', async () => {
      const made = await newClass();
      const assigned = await assign(database, teacher, made.id, ground, choices, now);
      const { student } = await joinClass(made.joinCode, 'Rut');
      const theirs = await makeClass(database, stranger, 'Another', now);
      const outsider = (await joinClass(theirs.joinCode, 'Rut')).student;
      const id = student.type === 'student' ? student.id : '';
      const feedback = { student: id, step: 's', question: 'q', words: 'x', scores: {} };
      const useCases: Record<string, (asker: Asker) => Promise<unknown>> = {
        readClass: (asker) => readClass(database, asker, made.id),
        changeClass: (asker) => changeClass(database, asker, made.id, { isOpen: false }, now),
        rotateJoinCode: (asker) => rotateJoinCode(database, asker, made.id, now),
        deleteClass: (asker) => deleteClass(database, asker, made.id, now),
        listStudents: (asker) => listStudents(database, asker, made.id),
        renameStudent: (asker) => renameStudent(database, asker, made.id, id, 'Other', now),
        resetResume: (asker) => resetResume(database, asker, made.id, id, now),
        removeStudent: (asker) => removeStudent(database, asker, made.id, id, now),
        assign: (asker) => assign(database, asker, made.id, ground, choices, now),
        readAssignment: (asker) => readAssignment(database, asker, assigned.id),
        changeAssignment: (asker) => changeAssignment(database, asker, assigned.id, ground, choices, now),
        withdraw: (asker) => withdraw(database, asker, assigned.id, now),
        openBoard: (asker) => Board.open(database, asker, assigned.id, collection.modules),
        writeFeedback: (asker) => writeFeedback(database, asker, assigned.id, feedback, now),
        listFeedback: (asker) => listFeedback(database, asker, assigned.id)
      };
      const before = await everyRow(database);
      for (const [what, ask] of Object.entries(useCases)) {
        expect(await refusal(ask(nobody)), what).toBe('not-signed-in');
        expect(await refusal(ask(student)), what).toBe('not-signed-in');
        expect(await refusal(ask(outsider)), what).toBe('not-signed-in');
        expect(await refusal(ask(stranger)), what).toBe('not-yours');
      }
      // A teacher's own class does not open the way to another's students.
      expect(await refusal(removeStudent(database, stranger, theirs.id, id, now))).toBe('not-yours');
      const mine = await assign(database, stranger, theirs.id, ground, choices, now);
      expect(await refusal(writeFeedback(database, stranger, mine.id, feedback, now))).toBe('not-yours');
      await withdraw(database, stranger, mine.id, now);
      for (const ask of [
        () => push(teacher, [operation('t')]),
        () => push(nobody, [operation('t')]),
        () => readSince(database, teacher, module.id, 0),
        () => feedbackFor(database, teacher, module.id),
        () => newResume(database, nobody),
        () => makeClass(database, student, 'Mine', now),
        () => invite(database, student, 'open', now),
        () => readAudit(database, student)
      ]) {
        expect(await refusal(ask())).toBe('not-signed-in');
      }
      expect(await readSince(database, outsider, module.id, 0)).toMatchObject({ operations: [] });
      expect(withoutAudit(await everyRow(database))).toEqual(withoutAudit(before));
    });

    it('tells whoever listens that a class has changed, and nobody else', async () => {
      const made = await newClass();
      const other = await newClass();
      const heard: string[] = [];
      const stop = database.changes.listen(made.id, ({ students }) => heard.push(students.join()));
      const silent = database.changes.listen(other.id, () => heard.push('another class'));
      const { student } = await joinClass(made.joinCode, 'Kim');
      await push(student, [operation('k.1')]);
      const id = student.type === 'student' ? student.id : '';
      await expect.poll(() => heard).toEqual([id]);
      await push(student, [operation('k.2')]);
      await expect.poll(() => heard).toEqual([id, id]);
      stop();
      silent();
      await push(student, [operation('k.3')]);
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(heard).toHaveLength(2);
    });
  });
}

/** Everything that the database holds, by table. */
async function everyRow({ db }: Database): Promise<Record<string, unknown[]>> {
  const tables = (await db.introspection.getTables())
    .map((table) => table.name)
    .filter((table) => !/kysely/.test(table));
  expect(tables).toContain('operation');
  const rows = await Promise.all(
    tables.map(
      async (table) =>
        [
          table,
          await db
            .selectFrom(table as 'class')
            .selectAll()
            .execute()
        ] as const
    )
  );
  return Object.fromEntries(rows);
}

const withoutAudit = (rows: Record<string, unknown[]>) =>
  Object.fromEntries(Object.entries(rows).filter(([table]) => table !== 'audit' && table !== 'attempt'));
