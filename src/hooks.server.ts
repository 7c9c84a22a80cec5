import { building } from '$app/environment';
import { error, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';
import type { ClassServer } from '#lib/server/class-server.ts';
import { readSettings } from '#lib/server/settings.ts';
import { direction, language } from '#lib/i18n/locale.ts';

let classes: ClassServer | null = null;

/** Pages of classes are made anew for each who asks; all others were made when the site was built. */
const isOfClasses = (route: string | null) => route?.startsWith('/(class)') === true;

const isPicture = (route: string | null) => /^\/(timeline|embed|bench|kiosk)/.test(route ?? '');

/** Whether a page begins with a font. What is in serifs beside its headings is what is read: a picture has none of it. */
const isFirstFont = (path: string, route: string | null) =>
  /-latin-[46]00-normal\b/.test(path) && !(isPicture(route) && path.includes('serif-4-latin-400'));

export const init: ServerInit = async () => {
  const settings = readSettings(process.env);
  const { place, address } = settings;
  if (building || place === null) return;
  // Nothing of it is loaded where there are no classes.
  const { openClassServer } = await import('#lib/server/class-server.ts');
  const { server, firstToken } = await openClassServer({ ...settings, place });
  classes = server;
  if (firstToken !== null) {
    console.log(
      `There is no teacher yet. Whoever opens this link becomes the first:\n  ${address}/teach/sign-up?invitation=${firstToken}`
    );
  }
  process.once('sveltekit:shutdown', () => server.close());
};

export const handle: Handle = async ({ event, resolve }) => {
  if (!building && isOfClasses(event.route.id)) {
    if (classes === null) error(404, 'This copy of the site runs without classes.');
    // No id and no code has a NUL, and PostgreSQL takes none.
    if (/%00/.test(event.url.pathname + event.url.search)) error(400, 'malformed');
    event.locals.classes = classes;
    const { identify } = await import('./routes/(class)/identify.server.ts');
    await identify(event);
    event.setHeaders({
      'cache-control': 'private, no-store',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex',
      // A page that is kept apart from all others begins in a process of its own, which takes a while: the pages that
      // everybody may read have nothing to keep apart.
      'cross-origin-opener-policy': 'same-origin'
    });
  }
  return resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', language).replace('%dir%', direction),
    // Words come first, in the fonts that every page has: those that come too late are laid out twice. Scripts wait for a hand.
    preload: ({ type, path }) => type === 'css' || (type === 'font' && isFirstFont(path, event.route.id))
  });
};

export const handleError: HandleServerError = async ({ error: thrown, event, status }) => {
  // What is below 500 is the mistake of whoever asked.
  if (classes === null || status < 500) return;
  const { log } = await import('#lib/server/log.ts');
  classes.metrics.failed();
  log('error', 'request-failed', {
    route: event.route.id ?? '',
    reason: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
  });
};
