import { collection } from 'virtual:collection';
import { inOrder } from '#lib/model/asked.ts';
import { requireStudent } from '#lib/server/asker.ts';
import { listAssignments } from '#lib/server/class/assignments.ts';
import { describeClass, findClass, join, leave, newResume, resume } from '#lib/server/class/students.ts';
import { dropStudent, setMember, setStudent } from '../identify.server.ts';
import { attempt, field, readForm } from '../refuse.server.ts';

export const load = async ({ locals, url, cookies, getClientAddress }) => {
  const { database } = locals.classes;
  const code = url.searchParams.get('code') ?? '';
  if (locals.student.type === 'student') {
    const assignments = await listAssignments(database, locals.student);
    const member = {
      student: locals.student.id,
      name: locals.student.name,
      class: await describeClass(database, locals.student)
    };
    setMember(cookies, url, member);
    return {
      code,
      invited: null,
      joined: {
        ...member,
        assignments: assignments.flatMap(({ id, module, choices }) => {
          const found = collection.modules.find((each) => each.id === module);
          if (!found) return [];
          const first = inOrder(found.steps, choices)[0]!;
          return [
            {
              id,
              module,
              title: found.title,
              question: found.question,
              first: first.id,
              due: choices.due,
              note: choices.note
            }
          ];
        })
      }
    };
  }
  setMember(cookies, url, null);
  // The class's name tells a student that the code is the right one.
  const invited = code ? await findClass(database, code, getClientAddress(), Date.now()).catch(() => null) : null;
  return { code, invited: invited?.name ?? null, joined: null };
};

export const actions = {
  join: async ({ request, locals, cookies, url, getClientAddress }) => {
    const form = await readForm(request);
    return attempt(form, locals.classes, async () => {
      const { student, token, resumeCode } = await join(
        locals.classes.database,
        { code: field(form, 'code'), name: field(form, 'name'), address: getClientAddress() },
        Date.now()
      );
      setStudent(cookies, url, token);
      // The page is made in this very answer.
      locals.student = student;
      return { resumeCode };
    });
  },
  resume: async ({ request, locals, cookies, url, getClientAddress }) => {
    const form = await readForm(request);
    return attempt(form, locals.classes, async () => {
      const { student, token } = await resume(
        locals.classes.database,
        { code: field(form, 'resume'), address: getClientAddress() },
        Date.now()
      );
      setStudent(cookies, url, token);
      // The page is made in this very answer.
      locals.student = student;
      return { resumeCode: null };
    });
  },
  code: async ({ request, locals }) => {
    const form = await readForm(request);
    return attempt(form, locals.classes, async () => ({
      resumeCode: await newResume(locals.classes.database, requireStudent(locals.student))
    }));
  },
  leave: async ({ locals, cookies, url }) => {
    const token = dropStudent(cookies, url);
    if (token) await leave(locals.classes.database, token);
    locals.student = { type: 'nobody' };
    return { hasLeft: true };
  }
};
