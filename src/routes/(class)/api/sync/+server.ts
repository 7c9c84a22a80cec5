import { gunzipSync } from 'node:zlib';
import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { requireStudent } from '#lib/server/asker.ts';
import { readSince, takeOperations } from '#lib/server/class/answers.ts';
import { Refusal } from '#lib/server/refusal.ts';
import { findUnfit, mostBytes, PushSchema, type Push } from '#lib/sync/wire.ts';
import { answer } from '../../refuse.server.ts';

/** Takes what a student wrote, and gives what her other devices did. */
export const POST = ({ request, locals }) =>
  answer(locals.classes, async () => {
    const begun = performance.now();
    const { database, metrics } = locals.classes;
    const student = requireStudent(locals.student);
    const push = readPush(await readBody(request));
    await takeOperations(database, student, push, Date.now());
    metrics.saved(push.operations.length, (performance.now() - begun) / 1000);
    const { operations, ...pulled } = await readSince(database, student, push.module, push.since);
    const own = new Set(push.operations.map(({ id }) => id));
    return json({ ...pulled, operations: operations.filter(({ id }) => !own.has(id)) });
  });

/** The body as text, whether it came packed or not. */
async function readBody(request: Request): Promise<string> {
  const body = await request.arrayBuffer().catch(() => {
    // The device has gone in the middle: it sends the same again.
    throw new Refusal('malformed', 'the body: whole');
  });
  const bytes = new Uint8Array(body);
  if (bytes.byteLength > mostBytes) throw new Refusal('too-large');
  if (request.headers.get('content-type') !== 'application/gzip') return new TextDecoder().decode(bytes);
  try {
    return gunzipSync(bytes, { maxOutputLength: mostBytes }).toString('utf8');
  } catch (error) {
    throw new Refusal((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'malformed');
  }
}

function readPush(body: string): Push {
  let given: unknown;
  try {
    given = JSON.parse(body);
  } catch {
    throw new Refusal('malformed', 'the body: JSON');
  }
  const unfit = findUnfit(given);
  if (unfit !== null) throw new Refusal('malformed', `the body: ${unfit}`);
  const { success, output, issues } = v.safeParse(PushSchema, given);
  if (!success) throw new Refusal('malformed', `${v.getDotPath(issues[0]) ?? 'the body'}: ${issues[0].message}`);
  return output as Push;
}
