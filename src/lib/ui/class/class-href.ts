import { resolve } from '$app/paths';

/** Addresses of the class pages. */
export const classHref = {
  join: (code = '') => (code ? resolve('/(class)/join/[code]', { code }) : resolve('/(class)/join')),
  signIn: () => resolve('/(class)/teach/sign-in'),
  signUp: (invitation = '') =>
    resolve('/(class)/teach/sign-up') + (invitation ? `?invitation=${encodeURIComponent(invitation)}` : ''),
  recover: () => resolve('/(class)/teach/recover'),
  account: () => resolve('/(class)/teach/account'),
  classes: () => resolve('/(class)/teach/classes'),
  class: (id: string) => resolve('/(class)/teach/classes/[class]', { class: id }),
  projector: (id: string) => resolve('/(class)/teach/classes/[class]/projector', { class: id }),
  assign: (id: string, module: string) =>
    resolve('/(class)/teach/classes/[class]/assign/[module]', { class: id, module }),
  assignment: (id: string, assignment: string) =>
    resolve('/(class)/teach/classes/[class]/[assignment]', { class: id, assignment }),
  question: (id: string, assignment: string, step: string, question: string) =>
    resolve('/(class)/teach/classes/[class]/[assignment]/questions/[step]/[question]', {
      class: id,
      assignment,
      step,
      question
    }),
  student: (id: string, assignment: string, student: string) =>
    resolve('/(class)/teach/classes/[class]/[assignment]/students/[student]', { class: id, assignment, student }),
  passkeys: () => resolve('/(class)/api/teach/passkeys'),
  passkeySignIn: () => resolve('/(class)/api/teach/passkeys/sign-in'),
  live: (assignment: string) => resolve('/(class)/api/teach/[assignment]/live', { assignment }),
  csv: (assignment: string) => resolve('/(class)/api/teach/[assignment]/answers.csv', { assignment }),
  json: (assignment: string) => resolve('/(class)/api/teach/[assignment]/answers.json', { assignment })
} as const;
