import { createHash, timingSafeEqual } from 'node:crypto';
import { error } from '@sveltejs/kit';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** The operator's figures, for whoever has the token. */
export const GET = async ({ locals, request }) => {
  const { settings, metrics } = locals.classes;
  const given = request.headers.get('authorization') ?? '';
  if (settings.metricsToken === '' || !timingSafeEqual(digest(given), digest(`Bearer ${settings.metricsToken}`))) {
    error(404);
  }
  return new Response(await metrics.read(), { headers: { 'content-type': 'text/plain; version=0.0.4' } });
};
