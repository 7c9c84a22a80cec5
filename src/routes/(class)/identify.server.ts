import type { Cookies, RequestEvent } from '@sveltejs/kit';
import type { SetCookie } from '#lib/server/auth/accounts.ts';
import { readStudent } from '#lib/server/class/students.ts';
import { memberCookie, type Membership } from '../membership.ts';

const studentCookie = 'student';

/** Who asks: a student by her cookie on the student's pages, a teacher on the teacher's. */
export async function identify(event: RequestEvent): Promise<void> {
  const { locals, cookies, request, route } = event;
  const { database, accounts } = locals.classes;
  locals.student = { type: 'nobody' };
  locals.teacher = { type: 'nobody' };
  const isTeachers = /^\/\(class\)\/(api\/)?teach/.test(route.id ?? '');
  if (isTeachers) {
    const found = await accounts.read(request.headers);
    if (found) locals.teacher = { type: 'teacher', id: found.id, name: found.name };
  } else {
    const token = cookies.get(studentCookie);
    const student = token ? await readStudent(database, token, Date.now()) : null;
    if (student) locals.student = student;
  }
}

const common = (url: URL) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' }) as const;

/** A school's year is long, and a code is quickly lost; in seconds. */
const maxAge = 180 * 86_400;

/** Keeps a student on this device. */
export const setStudent = (cookies: Cookies, url: URL, token: string): void =>
  cookies.set(studentCookie, token, { ...common(url), maxAge });

/** Tells the pages of this device whose it is; null for nobody's. */
export function setMember(cookies: Cookies, url: URL, member: Membership | null): void {
  if (member) cookies.set(memberCookie, JSON.stringify(member), { ...common(url), httpOnly: false, maxAge });
  else cookies.delete(memberCookie, { ...common(url), httpOnly: false });
}

/** @returns the token that was there */
export function dropStudent(cookies: Cookies, url: URL): string | undefined {
  const token = cookies.get(studentCookie);
  cookies.delete(studentCookie, common(url));
  return token;
}

/** Sets what the library of accounts wants to have set. */
export function setCookies(cookies: Cookies, url: URL, all: readonly SetCookie[]): void {
  for (const { name, value, maxAge } of all) {
    if (value === '') cookies.delete(name, common(url));
    else cookies.set(name, value, { ...common(url), maxAge });
  }
}
