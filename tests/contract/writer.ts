/**
 * A server of a test's own, as a program that can be killed: a class in the folder of its first argument, in which a
 * student answers without pause. Every operation is printed once it was acknowledged.
 */
import type { Operation } from '#lib/model/operation.ts';
import { Accounts } from '#lib/server/auth/accounts.ts';
import { takeOperations } from '#lib/server/class/answers.ts';
import { makeClass } from '#lib/server/class/classes.ts';
import { join } from '#lib/server/class/students.ts';
import { openDatabase } from '#lib/server/db/open-database.ts';

const database = await openDatabase({ folder: process.argv[2]! });
const accounts = new Accounts(database, 'a secret of the tests, long enough to sign with');
const { id } = await accounts.signUp('salma', 'salma@school.example', 'a passphrase of some length', new Headers());
const { joinCode } = await makeClass(database, { type: 'teacher', id, name: 'salma' }, 'History 10b', Date.now());
const { student } = await join(database, { code: joinCode, name: 'Noor', address: '10.0.0.1' }, Date.now());
for (let count = 1; ; count += 1) {
  const operation = { id: `w.${count}`, at: Date.now(), module: 'two-steps', words: 'x'.repeat(300) };
  await takeOperations(
    database,
    student,
    { module: 'two-steps', step: '', operations: [operation as unknown as Operation], since: 0 },
    Date.now()
  );
  console.log(operation.id);
}
