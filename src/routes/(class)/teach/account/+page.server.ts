import { redirect } from '@sveltejs/kit';
import { requireTeacher } from '#lib/server/asker.ts';
import { readDevice } from '#lib/server/auth/device.ts';
import { listPasskeys, removePasskey } from '#lib/server/auth/passkeys.ts';
import { readAudit } from '#lib/server/class/audit.ts';
import { invite } from '#lib/server/class/invitations.ts';
import { Refusal } from '#lib/server/refusal.ts';
import { setCookies } from '../../identify.server.ts';
import { attempt, field, readForm, show } from '../../refuse.server.ts';

export const load = async ({ locals, url, request }) =>
  show(url, async () => {
    const teacher = requireTeacher(locals.teacher);
    const { accounts, database, settings } = locals.classes;
    const own = await accounts.read(request.headers);
    return {
      teacher: { name: teacher.name, email: own?.email ?? '' },
      canInvite: settings.signUp !== 'closed',
      sessions: (await accounts.sessions(request.headers)).map(({ id, token, userAgent, since }) => ({
        id,
        device: readDevice(userAgent),
        since,
        isThis: token === own?.session
      })),
      passkeys: (await listPasskeys(database, teacher)).map(({ userAgent, ...passkey }) => ({
        ...passkey,
        device: readDevice(userAgent)
      })),
      audit: await readAudit(database, teacher)
    };
  });

export const actions = {
  passphrase: async ({ request, locals, cookies, url }) => {
    const form = await readForm(request);
    return attempt(form, locals.classes, async () => {
      requireTeacher(locals.teacher);
      const set = await locals.classes.accounts.changePassphrase(
        request.headers,
        field(form, 'passphrase'),
        field(form, 'new-passphrase')
      );
      setCookies(cookies, url, set);
      return { did: 'passphrase' as const };
    });
  },
  codes: async ({ request, locals }) => {
    const form = await readForm(request);
    return attempt(form, locals.classes, async () => {
      const { id } = requireTeacher(locals.teacher);
      return { did: 'codes' as const, codes: await locals.classes.accounts.newRecoveryCodes(id) };
    });
  },
  'end-session': async ({ request, locals }) => {
    const form = await readForm(request);
    return attempt(form, locals.classes, async () => {
      requireTeacher(locals.teacher);
      await locals.classes.accounts.endSession(request.headers, field(form, 'id'));
      return { did: 'session' as const };
    });
  },
  'remove-passkey': async ({ request, locals }) => {
    const form = await readForm(request);
    return attempt(form, locals.classes, async () => {
      await removePasskey(locals.classes.database, locals.teacher, field(form, 'id'), Date.now());
      return { did: 'passkey-removed' as const };
    });
  },
  invite: async ({ request, locals, url }) => {
    const form = await readForm(request);
    const { database, settings } = locals.classes;
    return attempt(form, locals.classes, async () => {
      const token = await invite(database, locals.teacher, settings.signUp, Date.now());
      return {
        did: 'invite' as const,
        link: `${settings.address || url.origin}/teach/sign-up?invitation=${encodeURIComponent(token)}`
      };
    });
  },
  'sign-out': async ({ request, locals, cookies, url }) => {
    setCookies(cookies, url, await locals.classes.accounts.signOut(request.headers));
    redirect(303, '/teach/sign-in');
  },
  delete: async ({ request, locals, cookies, url }) => {
    const form = await readForm(request);
    return attempt(form, locals.classes, async () => {
      const teacher = requireTeacher(locals.teacher);
      // The passphrase is asked for once more: an open laptop must not be enough.
      const own = await locals.classes.accounts.read(request.headers);
      if (!own) throw new Refusal('not-signed-in');
      await locals.classes.accounts.signIn(own.email, field(form, 'passphrase'), request.headers, Date.now());
      const gone = await locals.classes.accounts.signOut(request.headers);
      await locals.classes.accounts.deleteTeacher(teacher.id);
      setCookies(cookies, url, gone);
      redirect(303, '/teach');
    });
  }
};
