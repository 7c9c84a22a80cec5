/** A school at work: students who save every few seconds, and teachers who watch. */
import { request } from 'node:http';
import { makeSchool } from './school.js';
import { startRunning } from './running.js';
import { ask, compareKept, keptLines, SimulatedStudent } from './student.js';

const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A share of a list in order, such as 0.99.
 * @param {readonly number[]} all
 * @param {number} share
 */
const quantile = (all, share) =>
  [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0;

/**
 * A teacher's page that is told of answers as they come.
 * @param {string} address
 * @param {import('./school.js').SchoolClass} school
 */
function watch(address, { assignment, teacher }) {
  let told = 0;
  const line = request(`${address}/api/teach/${assignment}/live`, { headers: { cookie: teacher } }, (response) => {
    response.on('data', (chunk) => (told += String(chunk).split('event: rows').length - 1));
    response.on('error', () => {});
  });
  line.on('error', () => {});
  line.end();
  return { told: () => told, leave: () => line.destroy() };
}

/**
 * @typedef {object} Figures
 * @property {number} saves
 * @property {number} errors
 * @property {number} lost
 * @property {number} twice
 * @property {number} p50
 * @property {number} p95
 * @property {number} p99
 * @property {number} told messages that the watchers had
 * @property {readonly [number, number, number]} memory MB before, at its highest, after
 */

/** @typedef {{ students: number, seconds: number, watchers: number, every?: number }} Load */

/**
 * Each student saves every five seconds, at a moment of her own; what takes longer is counted from that moment.
 * @param {import('./places.js').Place} place
 * @param {Load} load
 * @returns {Promise<Figures>}
 */
export async function putUnderLoad(place, { students: count, seconds, watchers, every = 5000 }) {
  const school = await makeSchool(place, { classes: Math.max(1, watchers), students: count });
  const server = await startRunning(place.settings);
  const agent = keptLines();
  try {
    const students = school.flatMap((each) =>
      each.students.map((member) => new SimulatedStudent(server.address, member, agent))
    );
    const before = server.memory();
    const watching = school.slice(0, watchers).map((each) => watch(server.address, each));
    /** @type {number[]} */
    const times = [];
    let [errors, highest] = [0, before];
    const begun = performance.now();
    const look = setInterval(() => (highest = Math.max(highest, server.memory())), 500);
    await Promise.all(
      students.map(async (student, index) => {
        // By the golden section: whoever comes next in the list, another class or the same, comes at another moment.
        for (let due = begun + every * ((index * 0.618034) % 1); due < begun + seconds * 1000; due += every) {
          await wait(Math.max(0, due - performance.now()));
          student.write();
          if ((await student.send()) === 200) times.push(performance.now() - due);
          else errors += 1;
        }
      })
    );
    clearInterval(look);
    const told = watching.reduce((sum, each) => sum + each.told(), 0);
    for (const each of watching) each.leave();
    for (const student of students) while (student.waiting.length > 0 && (await student.send()) !== 200) errors += 1;
    await wait(3000);
    const { lost, twice } = await compareKept(place, students);
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => Math.round(quantile(times, share)));
    return {
      saves: times.length,
      errors,
      lost,
      twice,
      p50: p50 ?? 0,
      p95: p95 ?? 0,
      p99: p99 ?? 0,
      told,
      memory: [before, highest, server.memory()]
    };
  } finally {
    agent.destroy();
    await server.stop();
  }
}

/**
 * The network of the whole school is cut: everybody writes on, and hands in at the moment when it is back.
 * @param {import('./places.js').Place} place
 * @param {Load & { cut: number }} load `cut` in seconds
 */
export async function comeBackAtOnce(place, { students: count, watchers, cut, every = 5000 }) {
  const school = await makeSchool(place, { classes: Math.max(1, watchers), students: count });
  const server = await startRunning(place.settings);
  const agent = keptLines();
  try {
    const students = school.flatMap((each) =>
      each.students.map((member) => new SimulatedStudent(server.address, member, agent))
    );
    const first = /** @type {import('./school.js').SchoolClass} */ (school[0]);
    const each = Math.round((cut * 1000) / every);
    for (const student of students) for (let at = 0; at < each; at += 1) student.write();
    const watching = school.slice(0, watchers).map((own) => watch(server.address, own));
    await Promise.all(students.map((student) => student.send(0)));
    let isOver = false;
    /** @type {{ health: number[], page: number[] }} */
    const others = { health: [], page: [] };
    let ill = 0;
    const time = async (/** @type {'health' | 'page'} */ name, /** @type {string} */ path, cookie = '') => {
      const since = performance.now();
      const status = await ask(server.address + path, { cookie, headers: { accept: 'text/html' } }).then(
        (answer) => answer.status,
        () => 0
      );
      if (status !== 200) ill += 1;
      others[name].push(performance.now() - since);
    };
    const looking = (async () => {
      while (!isOver) {
        await time('health', '/api/health');
        await time('page', `/teach/classes/${first.id}/${first.assignment}`, first.teacher);
        await wait(250);
      }
    })();
    let errors = 0;
    const begun = performance.now();
    await Promise.all(
      students.map(async (student) => {
        // As a device does: what found no answer is sent again, after a while that grows.
        for (let tries = 1; student.waiting.length > 0; tries += 1) {
          if ((await student.send()) === 200) continue;
          errors += 1;
          await wait(Math.min(60_000, 1000 * 2 ** tries) * (0.5 + Math.random()));
        }
      })
    );
    const seconds = (performance.now() - begun) / 1000;
    isOver = true;
    await looking;
    for (const own of watching) own.leave();
    const { acknowledged, lost, twice } = await compareKept(place, students);
    const worst = (/** @type {number[]} */ all) => Math.round(Math.max(0, ...all));
    return {
      operations: count * each,
      acknowledged,
      lost,
      twice,
      errors,
      seconds: Math.round(seconds * 10) / 10,
      healthWorst: worst(others.health),
      pageWorst: worst(others.page),
      unwell: ill,
      memory: server.memory()
    };
  } finally {
    agent.destroy();
    await server.stop();
  }
}
