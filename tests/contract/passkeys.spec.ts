import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '#lib/server/asker.ts';
import { Accounts } from '#lib/server/auth/accounts.ts';
import {
  addPasskey,
  askForPasskey,
  listPasskeys,
  offerPasskey,
  removePasskey,
  signInByPasskey
} from '#lib/server/auth/passkeys.ts';
import { readAudit } from '#lib/server/class/audit.ts';
import type { Database } from '#lib/server/db/open-database.ts';
import { Authenticator } from './authenticator.ts';
import { databases } from './databases.ts';
import { refusal } from './refusal.ts';

const now = Date.parse('2026-12-01T09:00:00Z');
const site = new URL('https://classes.school.example/teach/sign-in');
const headers = new Headers({ 'user-agent': 'a browser' });
const nobody: Asker = { type: 'nobody' };

for (const { name, isHere, make } of databases) {
  describe.skipIf(!isHere)(`passkeys on ${name}`, () => {
    let database: Database;
    let remove: () => Promise<void>;
    let accounts: Accounts;
    let teacher: Asker & { type: 'teacher' };
    let stranger: Asker & { type: 'teacher' };

    const signUp = async (who: string): Promise<Asker & { type: 'teacher' }> => {
      const { id } = await accounts.signUp(who, `${who}@school.example`, 'a passphrase of some length', headers);
      return { type: 'teacher', id, name: who };
    };
    const offer = async (asker: Asker) => (await offerPasskey(database, accounts, asker, site, headers, now)).challenge;
    const add = (asker: Asker, made: unknown, at = now) => addPasskey(database, asker, site, made, headers, at);
    const ask = async () => (await askForPasskey(database, site, '10.0.0.1', now)).challenge;
    const signIn = (shown: unknown, at = now) => signInByPasskey(database, accounts, site, shown, headers, at);
    /** A device on which the teacher has made a passkey. */
    async function newDevice(asker: Asker): Promise<Authenticator> {
      const device = new Authenticator(site.origin);
      await add(asker, device.make(await offer(asker)));
      return device;
    }

    beforeAll(async () => {
      ({ database, remove } = await make());
      accounts = new Accounts(database, 'a secret of the tests, long enough to sign with');
      teacher = await signUp('salma');
      stranger = await signUp('henrik');
    });
    afterAll(() => remove());

    it('sign in whose they are, in a session like any other', async () => {
      const device = await newDevice(teacher);
      const cookies = await signIn(device.show(await ask()));
      const asking = new Headers({
        cookie: cookies.map((cookie) => `${cookie.name}=${encodeURIComponent(cookie.value)}`).join('; ')
      });
      expect(await accounts.read(asking)).toMatchObject({ id: teacher.id, email: 'salma@school.example' });
      const sessions = await accounts.sessions(asking);
      expect(sessions.map(({ userAgent }) => userAgent)).toContain('a browser');
      await accounts.endSession(asking, sessions.find(({ token }) => cookies[0]!.value.startsWith(token))!.id);
      expect(await accounts.read(asking)).toBeNull();

      const [kept] = await listPasskeys(database, teacher);
      expect(kept).toEqual({ id: device.id.toString('base64url'), userAgent: 'a browser', madeAt: now, usedAt: now });
      expect((await readAudit(database, teacher))[0]).toMatchObject({ action: 'passkey-added', subject: kept!.id });
    });

    it('answer a question once, and soon, and one of their own', async () => {
      const device = await newDevice(teacher);
      const shown = device.show(await ask());
      await signIn(shown);
      expect(await refusal(signIn(shown))).toBe('passkey-failed');
      expect(await refusal(signIn(device.show(await ask()), now + 6 * 60_000))).toBe('passkey-failed');
      expect(await refusal(signIn(device.show(Buffer.from('never asked').toString('base64url'))))).toBe(
        'passkey-failed'
      );
      // What was asked of one teacher is not answered for another, nor for a sign-in.
      const other = new Authenticator(site.origin);
      expect(await refusal(add(stranger, other.make(await offer(teacher))))).toBe('passkey-failed');
      expect(await refusal(add(teacher, other.make(await ask())))).toBe('passkey-failed');
      expect(await refusal(signIn(device.show(await offer(teacher))))).toBe('passkey-failed');
      expect(await listPasskeys(database, stranger)).toEqual([]);
    });

    it('are refused from another page, without their owner, signed by another, and when a copy was used', async () => {
      const device = await newDevice(teacher);
      const elsewhere = new Authenticator('https://classes.school.example.evil.example');
      expect(await refusal(add(teacher, elsewhere.make(await offer(teacher))))).toBe('passkey-failed');

      device.isVerifying = false;
      expect(await refusal(signIn(device.show(await ask())))).toBe('passkey-failed');
      device.isVerifying = true;

      const forged = new Authenticator(site.origin).show(await ask());
      const id = device.id.toString('base64url');
      expect(await refusal(signIn({ ...forged, id, rawId: id }))).toBe('passkey-failed');

      await signIn(device.show(await ask()));
      device.counter = 0;
      expect(await refusal(signIn(device.show(await ask())))).toBe('passkey-failed');
    });

    it('are one on a device, and no more than twenty', async () => {
      const third = await signUp('lea');
      const device = await newDevice(third);
      expect(await refusal(add(third, device.make(await offer(third))))).toBe('passkey-known');
      for (let count = 1; count < 20; count += 1) await newDevice(third);
      expect(await refusal(offer(third))).toBe('passkeys-full');
    });

    it('are their owner’s alone, and gone when she says so', async () => {
      const device = await newDevice(stranger);
      const id = device.id.toString('base64url');
      expect(await refusal(removePasskey(database, teacher, id, now))).toBe('not-found');
      expect(await refusal(removePasskey(database, nobody, id, now))).toBe('not-signed-in');
      expect(await refusal(offer(nobody))).toBe('not-signed-in');
      expect(await refusal(add(nobody, device.make(await ask())))).toBe('not-signed-in');
      expect(await refusal(listPasskeys(database, nobody))).toBe('not-signed-in');
      await removePasskey(database, stranger, id, now);
      expect(await listPasskeys(database, stranger)).toEqual([]);
      expect(await refusal(signIn(device.show(await ask())))).toBe('passkey-unknown');
    });

    it('are asked for so often from one place, and no more', async () => {
      const askFrom = (address: string, at = now) => askForPasskey(database, site, address, at);
      for (let count = 0; count < 120; count += 1) await askFrom('10.0.0.2');
      expect(await refusal(askFrom('10.0.0.2'))).toBe('too-often');
      expect((await askFrom('10.0.0.3')).challenge).toMatch(/./);
      expect((await askFrom('10.0.0.2', now + 11 * 60_000)).challenge).toMatch(/./);
    });

    it.each([null, {}, { id: 'x' }, [], 'text', { id: 'x', rawId: 'x', type: 'public-key', response: {} }])(
      'are refused where they cannot be read: %j',
      async (given) => {
        expect(await refusal(signIn(given))).toBe('malformed');
        expect(await refusal(add(teacher, given))).toBe('malformed');
      }
    );

    it('go when the passphrase is recovered, and with the account', async () => {
      const device = await newDevice(stranger);
      const [code] = await accounts.newRecoveryCodes(stranger.id);
      await accounts.recover('henrik@school.example', code!, 'another passphrase of length', now);
      expect(await listPasskeys(database, stranger)).toEqual([]);
      expect(await refusal(signIn(device.show(await ask())))).toBe('passkey-unknown');

      await newDevice(stranger);
      await offer(stranger);
      await accounts.deleteTeacher(stranger.id);
      const { db } = database;
      for (const table of ['passkey', 'challenge'] as const)
        expect(await db.selectFrom(table).selectAll().where('teacher_id', '=', stranger.id).execute()).toEqual([]);
    });
  });
}
