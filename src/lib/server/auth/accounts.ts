import { betterAuth, type BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { parseSetCookieHeader, setSessionCookie } from 'better-auth/cookies';
import * as v from 'valibot';
import { countAttempt, forgetAttempts } from '../attempts.ts';
import { hashOf, newRecoveryCode, normaliseCode } from '../codes.ts';
import type { Database } from '../db/open-database.ts';
import { Refusal } from '../refusal.ts';

/** A cookie to set; an empty value takes it away. */
export interface SetCookie {
  readonly name: string;
  readonly value: string;
  /** Seconds. */
  readonly maxAge: number;
}

export interface TeacherSession {
  readonly id: string;
  readonly token: string;
  readonly userAgent: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

const passphraseLength = { least: 12, most: 200 };

const signInLimit = { most: 10, within: 15 * 60_000 };
const recoveryLimit = { most: 5, within: 60 * 60_000 };

/** Teachers' accounts: who may sign in, and with what. */
export class Accounts {
  readonly #database: Database;
  readonly #auth: ReturnType<typeof makeAuth>;

  /** @param secret signs the cookies; the same on every server that shares the database */
  constructor(database: Database, secret: string) {
    this.#database = database;
    this.#auth = makeAuth(database, secret);
  }

  /**
   * Makes an account and signs in.
   * @throws {Refusal} weak-passphrase, email-invalid, email-taken, name-invalid
   */
  async signUp(
    name: string,
    email: string,
    passphrase: string,
    headers: Headers
  ): Promise<{ id: string; cookies: SetCookie[] }> {
    if (name.trim() === '' || name.length > 100) throw new Refusal('name-invalid');
    checkPassphrase(passphrase);
    if (!/^[^\s@]+@[^\s@]+$/.test(email.trim()) || email.length > 200) throw new Refusal('email-invalid');
    const { headers: answer, response } = await this.#auth.api
      .signUpEmail({
        body: { name: name.trim(), email: email.trim(), password: passphrase },
        headers: plain(headers),
        returnHeaders: true
      })
      .catch((error: unknown) => {
        throw translate(error);
      });
    return { id: response.user.id, cookies: cookiesOf(answer) };
  }

  /** @throws {Refusal} wrong-passphrase, too-often */
  async signIn(email: string, passphrase: string, headers: Headers, now: number): Promise<SetCookie[]> {
    const key = `sign-in:${hashOf(email.trim().toLowerCase())}`;
    await countAttempt(this.#database, key, signInLimit, now);
    const { headers: answer } = await this.#auth.api
      .signInEmail({
        body: { email: email.trim(), password: passphrase },
        headers: plain(headers),
        returnHeaders: true
      })
      .catch((error: unknown) => {
        throw translate(error);
      });
    await forgetAttempts(this.#database, key);
    return cookiesOf(answer);
  }

  /** Signs in a teacher who has shown by other means who she is. */
  async signInKnown(teacher: string, headers: Headers): Promise<SetCookie[]> {
    const { headers: answer } = await this.#auth.api.signInKnown({
      body: { teacher },
      headers: plain(headers),
      returnHeaders: true
    });
    return cookiesOf(answer);
  }

  /** Who has signed in with these cookies; null when nobody has, or no longer. */
  async read(headers: Headers): Promise<{ id: string; name: string; email: string; session: string } | null> {
    const found = await this.#auth.api.getSession({ headers: plain(headers), query: { disableCookieCache: true } });
    if (!found) return null;
    const { user, session } = found;
    return { id: user.id, name: user.name, email: user.email, session: session.token };
  }

  async signOut(headers: Headers): Promise<SetCookie[]> {
    const { headers: answer } = await this.#auth.api.signOut({ headers: plain(headers), returnHeaders: true });
    return cookiesOf(answer);
  }

  async sessions(headers: Headers): Promise<TeacherSession[]> {
    const all = await this.#auth.api.listSessions({ headers: plain(headers) });
    return all.map(({ id, token, userAgent, createdAt }) => ({
      id,
      token,
      userAgent: userAgent ?? '',
      since: new Date(createdAt).getTime()
    }));
  }

  /** Ends one of the teacher's own sessions. */
  async endSession(headers: Headers, id: string): Promise<void> {
    const session = (await this.sessions(headers)).find((each) => each.id === id);
    if (!session) throw new Refusal('not-found');
    await this.#auth.api.revokeSession({ body: { token: session.token }, headers: plain(headers) });
  }

  /** @throws {Refusal} wrong-passphrase, weak-passphrase */
  async changePassphrase(headers: Headers, current: string, next: string): Promise<SetCookie[]> {
    checkPassphrase(next);
    const { headers: answer } = await this.#auth.api
      .changePassword({
        body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
        headers: plain(headers),
        returnHeaders: true
      })
      .catch((error: unknown) => {
        throw translate(error);
      });
    return cookiesOf(answer);
  }

  /** Draws new codes, of which each gives the account back once; those before are worth nothing. */
  async newRecoveryCodes(teacher: string): Promise<string[]> {
    const codes = Array.from({ length: 8 }, newRecoveryCode);
    await this.#database.db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('recovery_code').where('teacher_id', '=', teacher).execute();
      await transaction
        .insertInto('recovery_code')
        .values(
          codes.map((code) => ({
            id: crypto.randomUUID(),
            teacher_id: teacher,
            hash: hashOf(normaliseCode(code)),
            used_at: null
          }))
        )
        .execute();
    });
    return codes;
  }

  /**
   * Sets a passphrase with a recovery code, ends every session, and takes away every passkey.
   * @throws {Refusal} code-unknown, weak-passphrase, too-often
   */
  async recover(email: string, code: string, next: string, now: number): Promise<void> {
    checkPassphrase(next);
    const address = email.trim().toLowerCase();
    await countAttempt(this.#database, `recovery:${hashOf(address)}`, recoveryLimit, now);
    const { db } = this.#database;
    const teacher = await db.selectFrom('teacher').select('id').where('email', '=', address).executeTakeFirst();
    // The code is spent before it is used: two who come with it at once do not both get in.
    const { numUpdatedRows } = await db
      .updateTable('recovery_code')
      .set({ used_at: now })
      .where('teacher_id', '=', teacher?.id ?? '')
      .where('hash', '=', hashOf(normaliseCode(code)))
      .where('used_at', 'is', null)
      .executeTakeFirst();
    if (!teacher || Number(numUpdatedRows) !== 1) throw new Refusal('code-unknown');
    const { internalAdapter, password } = await this.#auth.$context;
    await internalAdapter.updatePassword(teacher.id, await password.hash(next));
    await db.deleteFrom('teacher_session').where('userId', '=', teacher.id).execute();
    // Whoever had the account in the meantime may have made a key to it.
    await db.deleteFrom('passkey').where('teacher_id', '=', teacher.id).execute();
  }

  /** Deletes a teacher with classes, students and all that they wrote. */
  async deleteTeacher(teacher: string): Promise<void> {
    await this.#database.db.deleteFrom('teacher').where('id', '=', teacher).execute();
  }
}

const bySomethingElse = {
  id: 'by-something-else',
  endpoints: {
    signInKnown: createAuthEndpoint(
      '/sign-in/known',
      { method: 'POST', body: v.object({ teacher: v.string() }), metadata: { SERVER_ONLY: true } },
      async (context) => {
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(context.body.teacher);
        if (!user) throw new Refusal('not-found');
        await setSessionCookie(context, { session: await internalAdapter.createSession(user.id), user });
        return context.json({});
      }
    )
  }
} as const satisfies BetterAuthPlugin;

const makeAuth = ({ db, kind }: Database, secret: string) =>
  betterAuth({
    secret,
    // Nothing of the library's own is reachable: pages call it, and the framework has checked where a form came from.
    baseURL: 'http://localhost',
    database: { db: db as never, type: kind },
    telemetry: { enabled: false },
    logger: { disabled: true },
    user: { modelName: 'teacher' },
    session: {
      modelName: 'teacher_session',
      expiresIn: 14 * 24 * 3600,
      updateAge: 24 * 3600
    },
    account: { modelName: 'teacher_account' },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: passphraseLength.least,
      maxPasswordLength: passphraseLength.most
    },
    // An address says where somebody was.
    advanced: { cookiePrefix: 'teacher', ipAddress: { disableIpTracking: true }, useSecureCookies: false },
    rateLimit: { enabled: false },
    plugins: [bySomethingElse]
  });

function checkPassphrase(passphrase: string): void {
  const { least, most } = passphraseLength;
  if (passphrase.length < least || passphrase.length > most) throw new Refusal('weak-passphrase');
}

/** Only what tells who asks: a forged host or address changes nothing. */
function plain(headers: Headers): Headers {
  const kept = new Headers();
  for (const name of ['cookie', 'user-agent']) {
    const value = headers.get(name);
    if (value) kept.set(name, value);
  }
  return kept;
}

const cookiesOf = (headers: Headers): SetCookie[] =>
  headers.getSetCookie().flatMap((header) =>
    [...parseSetCookieHeader(header)].map(([name, { value, 'max-age': maxAge }]) => ({
      name,
      value,
      maxAge: Number(maxAge ?? 0)
    }))
  );

function translate(error: unknown): unknown {
  const code = (error as { body?: { code?: string } }).body?.code ?? '';
  if (code.startsWith('USER_ALREADY_EXISTS')) return new Refusal('email-taken');
  if (code === 'INVALID_EMAIL') return new Refusal('email-invalid');
  if (['INVALID_EMAIL_OR_PASSWORD', 'INVALID_PASSWORD', 'CREDENTIAL_ACCOUNT_NOT_FOUND'].includes(code)) {
    return new Refusal('wrong-passphrase');
  }
  return error;
}
