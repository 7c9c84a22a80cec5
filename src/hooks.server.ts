import type { Handle } from '@sveltejs/kit';
import { direction, language } from '#lib/i18n/locale.ts';

export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', language).replace('%dir%', direction),
    // Words come first: the styles, which are in the page, name its fonts, and its scripts wait for a hand.
    preload: ({ type }) => type === 'css'
  });
