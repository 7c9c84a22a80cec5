/** Made-up students at the other end of the line: what they write, and how it is sent. */
import { Agent, request } from 'node:http';
import { module } from './school.js';

/**
 * Asks the server once.
 * @param {string} address
 * @param {object} options
 * @param {string} [options.method]
 * @param {string} [options.cookie]
 * @param {Record<string, string>} [options.headers]
 * @param {string | Uint8Array} [options.body]
 * @param {Agent} [options.agent]
 * @returns {Promise<{ status: number, text: string, headers: import('node:http').IncomingHttpHeaders }>}
 */
export const ask = (address, { method = 'GET', cookie = '', headers = {}, body, agent } = {}) =>
  new Promise((resolve, reject) => {
    const asked = request(
      address,
      { method, agent, timeout: 60_000, headers: { ...(cookie ? { cookie } : {}), ...headers } },
      (response) => {
        /** @type {Buffer[]} */
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        // A server that is killed in the middle of an answer has given none.
        response.on('aborted', () => reject(new Error('The answer was cut off.')));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString('utf8'),
            headers: response.headers
          })
        );
      }
    );
    asked.on('error', reject);
    asked.on('timeout', () => asked.destroy(new Error('No answer within a minute.')));
    asked.end(body);
  });

/** Lines that stay open between requests, as a browser's do. */
export const keptLines = () => new Agent({ keepAlive: true, maxSockets: Infinity });

/** One student with her device: she writes operations, and sends what was not acknowledged until it is. */
export class SimulatedStudent {
  #number = 0;
  /** @type {string | null} */
  #base = null;
  #cursor = 0;
  /** @type {object[]} */
  waiting = [];
  /** Ids that the server has said it has. @type {string[]} */
  acknowledged = [];

  /**
   * @param {string} address
   * @param {import('./school.js').Member} member
   * @param {Agent} agent
   */
  constructor(address, member, agent) {
    this.address = address;
    this.member = member;
    this.agent = agent;
  }

  /** Writes a few words on top of what she wrote before. */
  write() {
    this.#number += 1;
    const id = `${this.member.id.slice(0, 8)}.${this.#number}`;
    this.waiting.push({
      id,
      at: Date.now(),
      clock: this.#number,
      module,
      type: 'field',
      step: 'force-or-patience',
      question: 'what-was-heard',
      field: 'text',
      base: this.#base,
      // A sentence, then words that are added to it.
      change:
        this.#base === null
          ? { type: 'set', value: 'He asked for a pause before force was used. ' }
          : { type: 'splice', at: 44, remove: 0, insert: `word ${this.#number} ` }
    });
    this.#base = id;
  }

  /**
   * Sends what waits, once.
   * @param {number} [most] operations in one request
   * @returns {Promise<number>} the status; 0 when there was no answer
   */
  async send(most = 400) {
    const operations = this.waiting.slice(0, most);
    const body = JSON.stringify({ module, step: 'force-or-patience', operations, since: this.#cursor });
    try {
      const { status, text } = await ask(`${this.address}/api/sync`, {
        method: 'POST',
        cookie: this.member.cookie,
        headers: { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) },
        body,
        agent: this.agent
      });
      if (status === 200) {
        this.#cursor = JSON.parse(text).cursor;
        this.waiting = this.waiting.slice(operations.length);
        for (const operation of operations) this.acknowledged.push(/** @type {{ id: string }} */ (operation).id);
      }
      return status;
    } catch {
      return 0;
    }
  }
}

/**
 * Looks for every acknowledged operation in the database.
 * @param {import('./places.js').Place} place
 * @param {readonly SimulatedStudent[]} students
 * @returns {Promise<{ acknowledged: number, lost: number, twice: number, kept: number }>}
 */
export async function compareKept(place, students) {
  const rows = await place.ask('select student_id, id, count(*) as count from operation group by student_id, id');
  const kept = new Map(rows.map(({ student_id, id, count }) => [`${student_id}/${id}`, Number(count)]));
  const all = students.flatMap(({ member, acknowledged }) => acknowledged.map((id) => `${member.id}/${id}`));
  return {
    acknowledged: all.length,
    lost: all.filter((key) => !kept.has(key)).length,
    twice: [...kept.values()].filter((count) => count > 1).length + (all.length - new Set(all).size),
    kept: rows.length
  };
}
