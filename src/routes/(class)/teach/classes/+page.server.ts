import { redirect } from '@sveltejs/kit';
import { requireTeacher } from '#lib/server/asker.ts';
import { listClasses, makeClass } from '#lib/server/class/classes.ts';
import { attempt, field, readForm, show } from '../../refuse.server.ts';

/** Forms work without a script. */
export const csr = false;

export const load = ({ locals, url }) =>
  show(url, async () => ({
    teacher: requireTeacher(locals.teacher).name,
    classes: await listClasses(locals.classes.database, locals.teacher)
  }));

export const actions = {
  default: async ({ request, locals }) => {
    const form = await readForm(request);
    return attempt(form, locals.classes, async () => {
      const made = await makeClass(locals.classes.database, locals.teacher, field(form, 'name'), Date.now());
      redirect(303, `/teach/classes/${made.id}`);
    });
  }
};
