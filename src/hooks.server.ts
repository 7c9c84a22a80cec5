import type { Handle } from '@sveltejs/kit';
import { direction, language } from '#lib/i18n/locale.ts';

/** The two faces that every page shows at once; the others load when a page has their letters. */
const firstFonts = /source-(serif-4|sans-3)-latin-wght-normal/;

export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', language).replace('%dir%', direction),
    preload: ({ type, path }) => type === 'js' || type === 'css' || (type === 'font' && firstFonts.test(path))
  });
