import { error, fail, json, redirect, type ActionFailure } from '@sveltejs/kit';
import type { ClassServer } from '#lib/server/class-server.ts';
import type { RefusalCode } from '#lib/model/refusal.ts';
import { Refusal } from '#lib/server/refusal.ts';

/** What a form says when it was refused; what was typed stays in it. */
export interface Refused {
  readonly refused: RefusalCode;
  /** Where something is wrong, as a program says it; empty for nothing more. */
  readonly detail: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Passphrases are typed again. */
const secret = /passphrase/i;

const detailOf = ({ code, message }: Refusal): string => (message === code ? '' : message);

/** Does what a form asks. What is refused is said on the page, with what was typed. */
export async function attempt<T>(
  form: FormData,
  classes: ClassServer,
  doing: () => Promise<T>
): Promise<T | ActionFailure<Refused>> {
  try {
    return await doing();
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    classes.metrics.refused(thrown.code);
    const values = Object.fromEntries(
      [...form].flatMap(([name, value]) => (typeof value === 'string' && !secret.test(name) ? [[name, value]] : []))
    );
    return fail(thrown.status, { refused: thrown.code, detail: detailOf(thrown), values });
  }
}

/** Reads what a page shows. Who has not signed in is sent to do so, and comes back; what is not hers is not there. */
export async function show<T>(url: URL, reading: () => Promise<T>): Promise<T> {
  try {
    return await reading();
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    if (thrown.code === 'not-signed-in')
      redirect(303, `/teach/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`);
    error(thrown.status, thrown.code);
  }
}

/** Answers a program: what was refused is a code, with where it lies. */
export async function answer(classes: ClassServer, doing: () => Promise<Response>): Promise<Response> {
  try {
    return await doing();
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    classes.metrics.refused(thrown.code);
    return json({ refused: thrown.code, detail: detailOf(thrown) }, { status: thrown.status });
  }
}

/**
 * Reads what a form sends. What is not a form, or is cut off, is the sender's mistake, and so is text with a NUL, which
 * PostgreSQL does not keep.
 */
export async function readForm(request: Request): Promise<FormData> {
  const form = await request.formData().catch((thrown: unknown) => {
    // The framework has counted the bytes, and says so itself.
    if ((thrown as { status?: number } | null)?.status === 413) error(413, 'too-large');
    error(400, 'malformed');
  });
  for (const [name, value] of form) {
    if (name.includes('\0') || (typeof value === 'string' && value.includes('\0'))) error(400, 'malformed');
  }
  return form;
}

/** Reads the JSON that a program sends. @throws {Refusal} malformed */
export const readJson = (request: Request): Promise<unknown> =>
  request.json().catch(() => {
    throw new Refusal('malformed', 'the body: JSON');
  });

/** A field of a form as text; nothing for none. */
export const field = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};
