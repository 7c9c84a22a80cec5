import { json } from '@sveltejs/kit';
import { requireTeacher } from '#lib/server/asker.ts';
import { readDevice } from '#lib/server/auth/device.ts';
import { addPasskey, offerPasskey } from '#lib/server/auth/passkeys.ts';
import { answer, readJson } from '../../../refuse.server.ts';

/** Asks for a new key of the teacher's. */
export const POST = ({ locals, url, request }) =>
  answer(locals.classes, async () => {
    const { database, accounts } = locals.classes;
    return json(await offerPasskey(database, accounts, locals.teacher, url, request.headers, Date.now()));
  });

/** Takes the key that was made. */
export const PUT = ({ locals, url, request }) =>
  answer(locals.classes, async () => {
    const teacher = requireTeacher(locals.teacher);
    const made = await readJson(request);
    const { userAgent, ...passkey } = await addPasskey(
      locals.classes.database,
      teacher,
      url,
      made,
      request.headers,
      Date.now()
    );
    return json({ ...passkey, device: readDevice(userAgent) });
  });
