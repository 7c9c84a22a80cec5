/** Requests that nobody would send who means well: every endpoint, every kind of body, every kind of session. */
import fc from 'fast-check';
import { listEndpoints } from './endpoints.js';
import { module } from './school.js';

/**
 * @typedef {object} OddRequest
 * @property {string} endpoint
 * @property {string} who whose session it comes with
 * @property {Record<string, string>} params what stands in its path where something else is asked for than what there is
 * @property {string} type of the body
 * @property {Uint8Array} body
 * @property {boolean} isScript whether it is asked as a page's script asks
 */

const bytes = (/** @type {string} */ text) => Buffer.from(text, 'utf8');

/** Characters that were trouble somewhere: NUL, half of a pair, marks, what ends a line, what turns round a line. */
const oddText = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '\0',
    'a\0b',
    '\ud800',
    '\u202e',
    '%00',
    '../..',
    "' or 1=1 --",
    'é'.repeat(300),
    'x'.repeat(5000),
    ''
  )
);

const oddNumber = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom(-1, 0.5, 2 ** 31, 2 ** 53, 2 ** 63, 1e300, -1e300)
);

/** An operation as it is meant, in which anything may be something else. */
const operation = fc.record(
  {
    id: fc.oneof(fc.string({ minLength: 1, maxLength: 30 }), oddText),
    at: fc.oneof(fc.nat(), oddNumber),
    clock: fc.oneof(fc.nat(), oddNumber),
    module: fc.oneof({ weight: 3, arbitrary: fc.constant(module) }, { weight: 1, arbitrary: oddText }),
    type: fc.oneof(
      { weight: 5, arbitrary: fc.constant('field') },
      { weight: 1, arbitrary: fc.constantFrom('restart', 'delete', '__proto__') }
    ),
    step: fc.oneof(fc.constant('force-or-patience'), oddText),
    question: fc.oneof(fc.constant('what-was-heard'), oddText),
    field: fc.oneof(fc.constantFrom('text', 'options', 'picks', '__proto__', 'constructor'), oddText),
    base: fc.option(oddText),
    change: fc.oneof(
      fc.record({ type: fc.constant('set'), value: fc.jsonValue({ maxDepth: 4 }) }),
      fc.record({ type: fc.constant('splice'), at: fc.nat(), remove: fc.nat(), insert: oddText }),
      fc.jsonValue()
    )
  },
  { requiredKeys: ['id', 'at', 'clock', 'module', 'type', 'step', 'question', 'field', 'base', 'change'] }
);

const push = fc.record({
  module: fc.oneof({ weight: 4, arbitrary: fc.constant(module) }, { weight: 1, arbitrary: oddText }),
  step: fc.oneof(fc.constant('force-or-patience'), oddText),
  operations: fc.oneof(fc.array(operation, { maxLength: 5 }), fc.jsonValue()),
  since: fc.oneof(fc.nat(), oddNumber)
});

/** As JSON, which has no Infinity: there it is a number too large to be read. */
const write = (/** @type {unknown} */ value) => bytes(JSON.stringify(value));

const deep = fc
  .integer({ min: 10, max: 200_000 })
  .map((depth) =>
    bytes(
      `{"module":"${module}","step":"","since":0,"operations":[{"id":"d","at":1,"clock":1,"module":"${module}","type":"field","step":"s","question":"q","field":"f","base":null,"change":{"type":"set","value":${'['.repeat(depth)}${']'.repeat(depth)}}}]}`
    )
  );

/** Names of fields that forms have, so that what they hold is looked at. */
const names = [
  ...['name', 'code', 'resume', 'email', 'passphrase', 'new-passphrase', 'invitation', 'student', 'words', 'step'],
  ...['question', 'keep', 'confirm', 'retention', 'open', 'level', 'due', 'note', 'models', 'own-prompt', 'own-id'],
  ...['own-step', 'own-words', 'shown-question', 'id', 'comment', 'sourcing', 'context']
];
const value = fc.oneof(
  oddText,
  fc.constantFrom('yes', 'no', '30', '1e999', '-1', 'NaN', 'plain', 'document', '2026-12-01', '9999-99-99', 'own-1'),
  fc.constantFrom('force-or-patience', 'what-was-heard', 'teacher-0@school.example', 'someone@school.example')
);
const pairs = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), oddText), value), { maxLength: 12 });

const form = pairs.map((all) => ({
  type: 'application/x-www-form-urlencoded',
  body: bytes(all.map(([name, each]) => `${escape(name)}=${escape(each)}`).join('&'))
}));
const multipart = fc.tuple(pairs, fc.boolean()).map(([all, isWhole]) => ({
  type: 'multipart/form-data; boundary=odd',
  body: bytes(
    all.map(([name, each]) => `--odd\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${each}\r\n`).join('') +
      (isWhole ? '--odd--\r\n' : '')
  )
}));
const types = [
  'application/json',
  'application/gzip',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=odd',
  'text/plain',
  'application/octet-stream',
  'nonsense'
];
const raw = fc.record({ type: fc.constantFrom(...types), body: fc.uint8Array({ maxLength: 400 }) });

const json = fc
  .oneof(
    { weight: 6, arbitrary: push.map(write) },
    { weight: 1, arbitrary: deep },
    { weight: 1, arbitrary: fc.json().map(bytes) },
    { weight: 1, arbitrary: push.map((each) => write(each).subarray(0, 60)) }
  )
  .map((body) => ({ type: 'application/json', body }));

const inPath = fc.oneof(
  fc.uuid(),
  oddText.map((text) => text.slice(0, 300)),
  fc.constantFrom(module, '__proto__', '..', 'null')
);

/**
 * Draws requests: the same for the same seed.
 * @param {number} count
 * @param {number} seed
 * @param {readonly string[]} askers
 * @returns {OddRequest[]}
 */
export function drawRequests(count, seed, askers) {
  const endpoints = listEndpoints();
  const request = fc.constantFrom(...endpoints).chain((endpoint) =>
    fc
      .record({
        who: fc.constantFrom(...askers),
        params: fc.oneof(
          { weight: 3, arbitrary: fc.constant({}) },
          {
            weight: 1,
            arbitrary: fc.dictionary(fc.constantFrom('class', 'assignment', 'module', 'code', 'student'), inPath)
          }
        ),
        isScript: fc.boolean(),
        sent: endpoint.includes('/api/')
          ? fc.oneof({ weight: 5, arbitrary: json }, { weight: 1, arbitrary: raw })
          : fc.oneof({ weight: 4, arbitrary: form }, multipart, raw, json)
      })
      .map(({ sent, ...rest }) => ({ endpoint, ...rest, ...sent }))
  );
  // Each endpoint comes equally often; the one that students' answers go to, more.
  const sync = request.filter(({ endpoint }) => endpoint === 'POST /api/sync');
  const odd = fc.sample(request, { numRuns: Math.ceil(count * 0.8), seed });
  return [...odd, ...fc.sample(sync, { numRuns: count - odd.length, seed: seed + 1 })];
}

/** Percent signs and bytes for whatever there is, halves of pairs included. @param {string} text */
const escape = (text) => encodeURIComponent(text.toWellFormed());
