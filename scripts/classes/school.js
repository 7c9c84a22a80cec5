/** A school made up for trying the server: teachers, classes with an assignment, students in them, and their cookies. */
import { buildCollection } from '../../src/lib/content/build-collection.ts';
import { readContentFiles } from '../../src/lib/content/read-files.ts';
import { allOf } from '../../src/lib/model/assignment.ts';
import { openClassServer } from '../../src/lib/server/class-server.ts';
import { assign } from '../../src/lib/server/class/assignments.ts';
import { makeClass } from '../../src/lib/server/class/classes.ts';
import { join } from '../../src/lib/server/class/students.ts';

/** The module that all are given. */
export const module = 'two-steps';

/** The passphrase of every made-up teacher. */
const passphrase = 'a passphrase of some length';

/**
 * @typedef {{ id: string, cookie: string }} Member
 * @typedef {{ id: string, code: string, assignment: string, teacher: string, email: string, students: Member[] }} SchoolClass
 *   `teacher` is her cookie
 */

/**
 * Fills a place that no server has open.
 * @param {import('./places.js').Place} place
 * @param {{ classes: number, students: number }} size students of all classes together
 * @returns {Promise<SchoolClass[]>}
 */
export async function makeSchool({ place }, { classes, students }) {
  const { collection } = buildCollection(readContentFiles('.'));
  const lesson = collection?.modules.find(({ id }) => id === module);
  if (!collection || !lesson) throw new Error(`The collection has no module ${module}.`);
  const ground = { module: lesson, events: collection.events };
  const { server } = await openClassServer({ place, signUp: 'open', address: '', metricsToken: '' });
  const { accounts, database } = server;
  const now = Date.now();
  /** @type {SchoolClass[]} */
  const made = [];
  for (let index = 0; index < classes; index += 1) {
    const email = `teacher-${index}@school.example`;
    const { id, cookies } = await accounts.signUp(`Teacher ${index}`, email, passphrase, new Headers());
    /** @type {import('../../src/lib/server/asker.ts').Asker} */
    const teacher = { type: 'teacher', id, name: `Teacher ${index}` };
    const own = await makeClass(database, teacher, `Class ${index}`, now);
    const assigned = await assign(database, teacher, own.id, ground, allOf(lesson), now);
    const size = Math.floor((students * (index + 1)) / classes) - Math.floor((students * index) / classes);
    const members = await Promise.all(
      Array.from({ length: size }, async (_, number) => {
        // Each from an address of her own: one address may not let in a whole city.
        const who = { code: own.joinCode, name: `Student ${number}`, address: `10.0.${index}.${number}` };
        const joined = await join(database, who, now);
        return { id: /** @type {{ id: string }} */ (joined.student).id, cookie: `student=${joined.token}` };
      })
    );
    made.push({
      id: own.id,
      code: own.joinCode,
      assignment: assigned.id,
      teacher: cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; '),
      email,
      students: members
    });
  }
  await server.close();
  return made;
}
