/** Kills the server while students hand in, and looks for everything that it acknowledged. */
import { module, makeSchool } from './school.js';
import { startRunning } from './running.js';
import { ask, compareKept, keptLines, SimulatedStudent } from './student.js';

const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * @param {import('./places.js').Place} place
 * @param {object} options
 * @param {number} options.kills
 * @param {number} [options.students]
 * @param {number} [options.between] so many operations are acknowledged between two kills, at least
 * @param {(kill: number, acknowledged: number) => void} [options.onkill]
 */
export async function killUnderLoad(place, { kills, students: count = 12, between = 60, onkill = () => {} }) {
  const [school] = await makeSchool(place, { classes: 1, students: count });
  if (!school) throw new Error('There is no class.');
  const server = await startRunning(place.settings);
  const agent = keptLines();
  const students = school.students.map((member) => new SimulatedStudent(server.address, member, agent));
  const acknowledged = () => students.reduce((sum, student) => sum + student.acknowledged.length, 0);
  let isOver = false;
  let refusedOnce = 0;
  let unanswered = 0;
  /** @type {(() => void) | null} */
  let reached = null;
  let goal = 0;
  const work = students.map(async (student) => {
    while (!isOver) {
      student.write();
      if (student.waiting.length < 3) student.write();
      const status = await student.send(20);
      if (status === 0) {
        unanswered += 1;
        await wait(25);
      } else if (status !== 200) refusedOnce += 1;
      if (acknowledged() >= goal) reached?.();
    }
  });
  /** @param {number} more */
  const take = (more) =>
    new Promise((resolve, reject) => {
      const slow = setTimeout(() => reject(new Error(`No answers arrive.\n${server.words()}`)), 60_000);
      goal = acknowledged() + more;
      reached = () => {
        clearTimeout(slow);
        reached = null;
        resolve(undefined);
      };
    });
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      // Not always at the same moment of a request.
      await take(between + (kill % 7) * 5);
      await server.kill();
      onkill(kill + 1, acknowledged());
    }
    await take(between);
    isOver = true;
    await Promise.all(work);
    for (const student of students)
      while (student.waiting.length > 0) if ((await student.send()) !== 200) refusedOnce += 1;
    const health = await ask(`${server.address}/api/health`, { agent });
    return {
      kills,
      unanswered,
      refused: refusedOnce,
      health: health.status,
      module,
      ...(await compareKept(place, students))
    };
  } finally {
    isOver = true;
    agent.destroy();
    await server.stop();
  }
}
