import { readClass } from '#lib/server/class/classes.ts';
import { show } from '../../../../refuse.server.ts';
import { joinAddress } from '../join-address.server.ts';

/** Forms work without a script. */
export const csr = false;

export const load = ({ locals, url, params }) =>
  show(url, async () => {
    const own = await readClass(locals.classes.database, locals.teacher, params.class);
    return { class: own, join: joinAddress(locals.classes.settings, url, own.joinCode) };
  });
