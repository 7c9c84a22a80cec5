import { json } from '@sveltejs/kit';
import { askForPasskey, signInByPasskey } from '#lib/server/auth/passkeys.ts';
import { setCookies } from '../../../../identify.server.ts';
import { answer, readJson } from '../../../../refuse.server.ts';

/** Asks for a key, whoever it may be. */
export const POST = ({ locals, url, getClientAddress }) =>
  answer(locals.classes, async () =>
    json(await askForPasskey(locals.classes.database, url, getClientAddress(), Date.now()))
  );

/** Signs in whose key was shown. */
export const PUT = ({ locals, url, request, cookies }) =>
  answer(locals.classes, async () => {
    const { database, accounts } = locals.classes;
    const shown = await readJson(request);
    setCookies(cookies, url, await signInByPasskey(database, accounts, url, shown, request.headers, Date.now()));
    return json({});
  });
