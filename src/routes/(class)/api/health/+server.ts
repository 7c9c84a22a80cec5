import { json } from '@sveltejs/kit';
import { version } from '$app/environment';

/** Whether the program runs and its database answers. */
export const GET = async ({ locals }) => {
  const { database } = locals.classes;
  const begun = performance.now();
  try {
    await database.db.selectFrom('setting').select('key').limit(1).execute();
    return json({
      status: 'well',
      database: database.kind,
      milliseconds: Math.round(performance.now() - begun),
      version
    });
  } catch {
    return json({ status: 'database away', database: database.kind, version }, { status: 503 });
  }
};
