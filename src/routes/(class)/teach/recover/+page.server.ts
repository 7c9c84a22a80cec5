import { attempt, field, readForm } from '../../refuse.server.ts';

/** Forms work without a script. */
export const csr = false;

export const actions = {
  default: async ({ request, locals }) => {
    const form = await readForm(request);
    return attempt(form, locals.classes, async () => {
      await locals.classes.accounts.recover(
        field(form, 'email'),
        field(form, 'code'),
        field(form, 'passphrase'),
        Date.now()
      );
      return { isDone: true };
    });
  }
};
