import { redirect } from '@sveltejs/kit';
import { spendInvitation } from '#lib/server/class/invitations.ts';
import { setCookies } from '../../identify.server.ts';
import { attempt, field, readForm } from '../../refuse.server.ts';

/** Forms work without a script. */
export const csr = false;

export const load = ({ locals, url }) => {
  if (locals.teacher.type === 'teacher') redirect(303, '/teach/classes');
  const invitation = url.searchParams.get('invitation') ?? '';
  return { invitation, isOpen: invitation !== '' || locals.classes.settings.signUp === 'open' };
};

export const actions = {
  default: async ({ request, locals, cookies, url }) => {
    const form = await readForm(request);
    const { accounts, database, settings } = locals.classes;
    return attempt(form, locals.classes, async () => {
      const giveBack = await spendInvitation(database, settings.signUp, field(form, 'invitation'), Date.now());
      try {
        const { id, cookies: set } = await accounts.signUp(
          field(form, 'name'),
          field(form, 'email'),
          field(form, 'passphrase'),
          request.headers
        );
        setCookies(cookies, url, set);
        return { codes: await accounts.newRecoveryCodes(id) };
      } catch (error) {
        await giveBack();
        throw error;
      }
    });
  }
};
