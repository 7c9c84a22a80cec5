import { redirect } from '@sveltejs/kit';
import { setCookies } from '../../identify.server.ts';
import { attempt, field, readForm } from '../../refuse.server.ts';

/** Only pages of this site are gone to after signing in. */
const within = (to: string | null) => (to && /^\/teach\/[^\\]*$/.test(to) ? to : '/teach/classes');

export const load = ({ locals, url }) => {
  const to = within(url.searchParams.get('to'));
  if (locals.teacher.type === 'teacher') redirect(303, to);
  return { to };
};

export const actions = {
  default: async ({ request, locals, cookies, url }) => {
    const form = await readForm(request);
    return attempt(form, locals.classes, async () => {
      setCookies(
        cookies,
        url,
        await locals.classes.accounts.signIn(
          field(form, 'email'),
          field(form, 'passphrase'),
          request.headers,
          Date.now()
        )
      );
      redirect(303, within(url.searchParams.get('to')));
    });
  }
};
