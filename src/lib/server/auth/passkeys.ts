import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON
} from '@simplewebauthn/server';
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers';
import * as v from 'valibot';
import { requireTeacher, type Asker } from '../asker.ts';
import { countAttempt } from '../attempts.ts';
import { record } from '../class/audit.ts';
import { hashOf } from '../codes.ts';
import type { Database } from '../db/open-database.ts';
import { Refusal } from '../refusal.ts';
import type { Accounts, SetCookie } from './accounts.ts';

/** A key on a device or in a manager of passphrases, which signs its teacher in. */
export interface Passkey {
  readonly id: string;
  /** Of the browser that made it. */
  readonly userAgent: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  /** Null before it was used. */
  readonly usedAt: number | null;
}

/** Where the page is that asks: keys are bound to it. */
type Site = Pick<URL, 'origin' | 'hostname'>;

/** A question waits so long for its answer, in ms. */
const patience = 5 * 60_000;
const most = 20;
/** A school's teachers share one address. */
const askLimit = { most: 120, within: 10 * 60_000 };
/** ES256, EdDSA and RS256: what devices have, by their numbers in COSE. */
const supportedAlgorithmIDs = [-7, -8, -257];

/** Who shows it must have shown herself to the device: it stands for the passphrase, not beside it. */
const userVerification = 'required';

const text = v.pipe(v.string(), v.maxLength(20_000));
const shared = { id: text, rawId: text, type: v.literal('public-key') };
const extensions = { authenticatorAttachment: v.optional(text), clientExtensionResults: v.looseObject({}) };
const MadeSchema = v.object({
  ...shared,
  ...extensions,
  response: v.looseObject({
    clientDataJSON: text,
    attestationObject: text,
    transports: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z-]{1,20}$/))), v.maxLength(10)))
  })
});
const ShownSchema = v.object({
  ...shared,
  ...extensions,
  response: v.looseObject({ clientDataJSON: text, authenticatorData: text, signature: text })
});

/**
 * Asks a teacher's browser for a new key.
 * @throws {Refusal} not-signed-in, passkeys-full
 */
export async function offerPasskey(
  database: Database,
  accounts: Accounts,
  asker: Asker,
  { hostname }: Site,
  headers: Headers,
  now: number
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const teacher = requireTeacher(asker);
  const own = await database.db.selectFrom('passkey').selectAll().where('teacher_id', '=', teacher.id).execute();
  if (own.length >= most) throw new Refusal('passkeys-full');
  const { email = teacher.name } = (await accounts.read(headers)) ?? {};
  const options = await generateRegistrationOptions({
    rpName: 'Two Steps',
    rpID: hostname,
    userName: email,
    userDisplayName: teacher.name,
    userID: new TextEncoder().encode(teacher.id),
    supportedAlgorithmIDs,
    excludeCredentials: own.map(({ id, transports }) => ({ id, transports: split(transports) })),
    // It is found without an e-mail address.
    authenticatorSelection: { residentKey: 'required', userVerification }
  });
  await keepChallenge(database, options.challenge, teacher.id, now);
  return options;
}

/**
 * Keeps a key that the teacher's browser made.
 * @returns it, as it is listed
 * @throws {Refusal} not-signed-in, malformed, passkey-failed, passkey-known
 */
export async function addPasskey(
  database: Database,
  asker: Asker,
  { origin, hostname }: Site,
  made: unknown,
  headers: Headers,
  now: number
): Promise<Passkey> {
  const teacher = requireTeacher(asker);
  const response = read(MadeSchema, made);
  const expectedChallenge = await spendChallenge(database, response.response.clientDataJSON, teacher.id, now);
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: hostname,
    requireUserVerification: true,
    supportedAlgorithmIDs
  }).catch(failed);
  if (!verified) throw new Refusal('passkey-failed');
  const { id, publicKey, counter } = registrationInfo.credential;
  const userAgent = (headers.get('user-agent') ?? '').slice(0, 300);
  const { numInsertedOrUpdatedRows } = await database.db
    .insertInto('passkey')
    .values({
      id,
      teacher_id: teacher.id,
      public_key: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports: (response.response.transports ?? []).join(' '),
      user_agent: userAgent,
      made_at: now,
      used_at: null
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(numInsertedOrUpdatedRows) !== 1) throw new Refusal('passkey-known');
  await record(database, teacher, null, 'passkey-added', id, now);
  return { id, userAgent, madeAt: now, usedAt: null };
}

/**
 * Asks a browser for whichever key it has for this site.
 * @param address where the request came from; only its hash is kept, to count
 * @throws {Refusal} too-often
 */
export async function askForPasskey(
  database: Database,
  { hostname }: Site,
  address: string,
  now: number
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  await countAttempt(database, `passkey:${hashOf(address)}`, askLimit, now);
  const options = await generateAuthenticationOptions({ rpID: hostname, userVerification });
  await keepChallenge(database, options.challenge, null, now);
  return options;
}

/**
 * Signs in whose key it is.
 * @throws {Refusal} malformed, passkey-unknown, passkey-failed
 */
export async function signInByPasskey(
  database: Database,
  accounts: Accounts,
  { origin, hostname }: Site,
  shown: unknown,
  headers: Headers,
  now: number
): Promise<SetCookie[]> {
  const response = read(ShownSchema, shown);
  const { db } = database;
  const kept = await db.selectFrom('passkey').selectAll().where('id', '=', response.id).executeTakeFirst();
  if (!kept) throw new Refusal('passkey-unknown');
  const expectedChallenge = await spendChallenge(database, response.response.clientDataJSON, null, now);
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: response as unknown as AuthenticationResponseJSON,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: hostname,
    credential: {
      id: kept.id,
      publicKey: new Uint8Array(Buffer.from(kept.public_key, 'base64url')),
      counter: kept.counter,
      transports: split(kept.transports)
    },
    requireUserVerification: true
  }).catch(failed);
  if (!verified) throw new Refusal('passkey-failed');
  await db
    .updateTable('passkey')
    .set({ counter: authenticationInfo.newCounter, used_at: now })
    .where('id', '=', kept.id)
    .execute();
  return accounts.signInKnown(kept.teacher_id, headers);
}

/** The teacher's keys, the latest first. @throws {Refusal} not-signed-in */
export async function listPasskeys({ db }: Database, asker: Asker): Promise<Passkey[]> {
  const { id: teacher } = requireTeacher(asker);
  const rows = await db
    .selectFrom('passkey')
    .select(['id', 'user_agent', 'made_at', 'used_at'])
    .where('teacher_id', '=', teacher)
    .orderBy('made_at', 'desc')
    .execute();
  return rows.map(({ id, user_agent: userAgent, made_at: madeAt, used_at: usedAt }) => ({
    id,
    userAgent,
    madeAt,
    usedAt
  }));
}

/** Takes one of the teacher's own keys away. @throws {Refusal} not-signed-in, not-found */
export async function removePasskey(database: Database, asker: Asker, id: string, now: number): Promise<void> {
  const teacher = requireTeacher(asker);
  const { numDeletedRows } = await database.db
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('teacher_id', '=', teacher.id)
    .executeTakeFirst();
  if (Number(numDeletedRows) !== 1) throw new Refusal('not-found');
  await record(database, teacher, null, 'passkey-removed', id, now);
}

async function keepChallenge({ db }: Database, value: string, teacher: string | null, now: number): Promise<void> {
  await db
    .deleteFrom('challenge')
    .where('made_at', '<', now - patience)
    .execute();
  await db.insertInto('challenge').values({ value, teacher_id: teacher, made_at: now }).execute();
}

/**
 * The question that an answer is to, which is answered once.
 * @throws {Refusal} malformed; passkey-failed when it was not asked of her, not lately, or was answered before
 */
async function spendChallenge(
  { db }: Database,
  clientData: string,
  teacher: string | null,
  now: number
): Promise<string> {
  const { challenge } = readClientData(clientData);
  const { numDeletedRows } = await db
    .deleteFrom('challenge')
    .where('value', '=', challenge)
    .where('teacher_id', teacher === null ? 'is' : '=', teacher)
    .where('made_at', '>=', now - patience)
    .executeTakeFirst();
  if (Number(numDeletedRows) !== 1) throw new Refusal('passkey-failed');
  return challenge;
}

function readClientData(clientData: string): { challenge: string } {
  try {
    return read(v.object({ challenge: text }), decodeClientDataJSON(clientData));
  } catch {
    throw new Refusal('malformed');
  }
}

function read<Schema extends v.GenericSchema>(schema: Schema, given: unknown): v.InferOutput<Schema> {
  const { success, output } = v.safeParse(schema, given);
  if (!success) throw new Refusal('malformed');
  return output;
}

/** The library says what does not hold in a sentence for programmers. */
const failed = (): never => {
  throw new Refusal('passkey-failed');
};

const split = (transports: string): string[] => (transports === '' ? [] : transports.split(' '));
