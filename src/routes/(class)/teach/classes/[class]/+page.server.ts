import { redirect } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { listAssignments } from '#lib/server/class/assignments.ts';
import { changeClass, deleteClass, readClass, retentions, rotateJoinCode } from '#lib/server/class/classes.ts';
import { listStudents, removeStudent, renameStudent, resetResume } from '#lib/server/class/students.ts';
import { Refusal } from '#lib/server/refusal.ts';
import { attempt, field, readForm, show } from '../../../refuse.server.ts';
import { joinAddress } from './join-address.server.ts';

/** Forms work without a script. */
export const csr = false;

export const load = ({ locals, url, params }) =>
  show(url, async () => {
    const { database, settings } = locals.classes;
    const own = await readClass(database, locals.teacher, params.class);
    const [students, assignments] = await Promise.all([
      listStudents(database, locals.teacher, own.id),
      listAssignments(database, locals.teacher, own.id)
    ]);
    return {
      class: own,
      join: joinAddress(settings, url, own.joinCode),
      retentions,
      students: students.map(({ id, name, seenAt }) => ({ id, name, seenAt })),
      modules: collection.modules.map(({ id, title, question, minutes, steps }) => {
        const assignment = assignments.find((each) => each.module === id);
        return {
          id,
          title,
          question,
          minutes,
          steps: steps.length,
          assignment: assignment ? { id: assignment.id, due: assignment.choices.due } : null
        };
      })
    };
  });

export const actions = {
  change: async ({ request, locals, params }) => {
    const form = await readForm(request);
    return attempt(form, locals.classes, async () => {
      await changeClass(
        locals.classes.database,
        locals.teacher,
        params.class,
        { name: field(form, 'name'), retentionDays: Number(field(form, 'retention')) },
        Date.now()
      );
      return { did: 'change' as const };
    });
  },
  open: async ({ request, locals, params }) => {
    const form = await readForm(request);
    return attempt(form, locals.classes, async () => {
      const isOpen = field(form, 'open') === 'yes';
      await changeClass(locals.classes.database, locals.teacher, params.class, { isOpen }, Date.now());
      return { did: 'open' as const };
    });
  },
  rotate: async ({ request, locals, params }) => {
    const form = await readForm(request);
    return attempt(form, locals.classes, async () => {
      await rotateJoinCode(locals.classes.database, locals.teacher, params.class, Date.now());
      return { did: 'rotate' as const };
    });
  },
  rename: async ({ request, locals, params }) => {
    const form = await readForm(request);
    return attempt(form, locals.classes, async () => {
      const { database } = locals.classes;
      await renameStudent(
        database,
        locals.teacher,
        params.class,
        field(form, 'student'),
        field(form, 'name'),
        Date.now()
      );
      return { did: 'rename' as const };
    });
  },
  code: async ({ request, locals, params }) => {
    const form = await readForm(request);
    return attempt(form, locals.classes, async () => {
      const student = field(form, 'student');
      const code = await resetResume(locals.classes.database, locals.teacher, params.class, student, Date.now());
      return { did: 'code' as const, student, code };
    });
  },
  remove: async ({ request, locals, params }) => {
    const form = await readForm(request);
    return attempt(form, locals.classes, async () => {
      await removeStudent(locals.classes.database, locals.teacher, params.class, field(form, 'student'), Date.now());
      return { did: 'remove' as const };
    });
  },
  delete: async ({ request, locals, params }) => {
    const form = await readForm(request);
    return attempt(form, locals.classes, async () => {
      const { database } = locals.classes;
      const own = await readClass(database, locals.teacher, params.class);
      // The name is typed, so that nobody deletes a class by a slip of the hand.
      if (field(form, 'confirm').trim() !== own.name) throw new Refusal('name-invalid');
      await deleteClass(database, locals.teacher, params.class, Date.now());
      redirect(303, '/teach/classes');
    });
  }
};
