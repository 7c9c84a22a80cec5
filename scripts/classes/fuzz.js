/** Sends odd requests to a server, and looks at what they left behind. */
import { createHash } from 'node:crypto';
import { drawRequests } from './odd-requests.js';
import { makeSchool } from './school.js';
import { startRunning } from './running.js';
import { ask, keptLines } from './student.js';

/** Attempts are counted, most of all those that are refused. */
const tables = [
  ...['teacher', 'teacher_session', 'teacher_account', 'recovery_code', 'invitation', 'class', 'student'],
  ...['student_session', 'assignment', 'operation', 'feedback', 'comment', 'audit', 'setting', 'passkey', 'challenge']
];

/** What would end the session that all other requests come with. */
const leaving = /\?\/(leave|sign-out)$/;
/** What would end what all other requests ask for. */
const ending = /\?\/(withdraw|delete|remove|end-session|rotate|code)$/;

/**
 * One value for everything that the database holds.
 * @param {import('./places.js').Place} place
 */
async function digest(place) {
  const hash = createHash('sha256');
  const all = await Promise.all(tables.map((table) => place.ask(`select * from ${table}`)));
  for (const [index, table] of tables.entries()) {
    const rows = (all[index] ?? []).map((row) => JSON.stringify(row)).sort();
    hash.update(`${table} ${rows.join('\n')}\n`);
  }
  return hash.digest('hex');
}

/**
 * Whether the server did not do what it was asked.
 * @param {{ status: number, text: string, headers: import('node:http').IncomingHttpHeaders }} answer
 */
function isRefused({ status, text, headers }) {
  if (status === 0 || status >= 400) return true;
  // Who signed out is sent there too, but not to come back.
  if (status === 303) return String(headers.location).startsWith('/teach/sign-in?');
  // A page's script is told of a refusal within an answer that went well.
  return /^\{"type":"(failure|error)"/.test(text) || /"location":"\/teach\/sign-in\?/.test(text);
}

/**
 * @param {import('./places.js').Place} place
 * @param {{ requests: number, seed: number, onprogress?: (done: number) => void }} options
 * @returns {Promise<{ requests: number, refused: number, done: number, problems: string[] }>}
 */
export async function fuzz(place, { requests: count, seed, onprogress = () => {} }) {
  const [own, other] = await makeSchool(place, { classes: 2, students: 6 });
  if (!own || !other) throw new Error('There are no classes.');
  const server = await startRunning(place.settings);
  const agent = keptLines();
  /** @type {Record<string, string>} */
  const cookies = {
    nobody: '',
    teacher: own.teacher,
    'another teacher': other.teacher,
    student: own.students[0]?.cookie ?? '',
    'a student elsewhere': other.students[0]?.cookie ?? '',
    'a forged session': 'student=%00%ff; teacher.session_token=abc.def%3D',
    'a session of nonsense': `student=${'x'.repeat(3000)}; teacher.session_token=%7B%22a%22`
  };
  /** @type {Record<string, string>} */
  const known = {
    class: own.id,
    assignment: own.assignment,
    module: 'two-steps',
    code: own.code,
    step: 'force-or-patience',
    question: 'what-was-heard',
    student: own.students[1]?.id ?? ''
  };
  /** @type {string[]} */
  const problems = [];
  let [refused, done] = [0, 0];
  try {
    let pid = server.pid();
    let before = await digest(place);
    for (const request of drawRequests(count, seed, Object.keys(cookies))) {
      const [method = '', path = ''] = request.endpoint.split(' ');
      const filled = path.replace(/\[(\w+)\]/g, (_, name) =>
        encodeURIComponent((request.params[name] ?? known[name] ?? '').toWellFormed())
      );
      const isHers = ['teacher', 'student'].includes(request.who);
      const isKept = leaving.test(request.endpoint) || (ending.test(request.endpoint) && isHers);
      const cookie = isKept ? '' : (cookies[request.who] ?? '');
      /** @type {Record<string, string>} */
      const headers = { origin: server.address, accept: request.isScript ? 'application/json' : 'text/html' };
      if (request.isScript) headers['x-sveltekit-action'] = 'true';
      if (method !== 'GET') headers['content-type'] = request.type;
      const shown = () =>
        `${request.endpoint} as ${filled}, by ${request.who}, ${request.type}${request.isScript ? ', by a script' : ''}, body (base64) ${Buffer.from(request.body).subarray(0, 600).toString('base64')}${request.body.length > 600 ? `… ${request.body.length} bytes` : ''}`;
      const isLive = path.endsWith('/live');
      const answer = isLive
        ? await firstBytes(server.address + filled, cookie)
        : await ask(server.address + filled, {
            method,
            cookie,
            headers,
            agent,
            ...(method !== 'GET' ? { body: request.body } : {})
          }).catch((/** @type {Error} */ error) => ({ status: 0, text: error.message, headers: {} }));
      // A script is told of an error in the body too.
      const status = Number(/^\{"type":"error".*"status":(5\d\d)/.exec(answer.text)?.[1] ?? answer.status);
      // Who is refused before everything was sent may find the line cut: that is no failure while the server lives.
      const hasDied = server.pid() !== pid;
      // A student whose work is full is told so with a status above 500.
      if (hasDied || (status >= 500 && status !== 507)) {
        problems.push(`${status}: ${shown()}\n${server.words().slice(-400)}`);
        pid = server.pid();
      }
      if (isRefused(answer)) {
        refused += 1;
        const after = await digest(place);
        if (after !== before) problems.push(`${status} changed rows: ${shown()}`);
        before = after;
      } else before = await digest(place);
      done += 1;
      onprogress(done);
    }
    return { requests: count, refused, done, problems };
  } finally {
    agent.destroy();
    await server.stop();
  }
}

/**
 * A line that does not end: its status and its first words.
 * @param {string} address
 * @param {string} cookie
 */
async function firstBytes(address, cookie) {
  const stop = new AbortController();
  try {
    const response = await fetch(address, {
      headers: cookie ? { cookie } : {},
      signal: stop.signal,
      redirect: 'manual'
    });
    return { status: response.status, text: '', headers: { location: response.headers.get('location') ?? '' } };
  } finally {
    stop.abort();
  }
}
