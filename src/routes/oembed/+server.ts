import { json } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { base } from '$app/paths';
import { answerOEmbed } from '#lib/export/embed.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** A host of plain files answers every question alike: with the whole timeline. */
export const prerender = __STATIC_HOST__;

export const GET = ({ url }) => {
  // Behind a proxy the server may not know how it is reached; who asks does.
  const named = URL.parse(url.searchParams.get('url') ?? '');
  const origin = named?.host === url.host ? named.origin : url.origin;
  const site = __SITE_URL__ || `${origin}${base}`;
  const asked = __STATIC_HOST__ ? new URL(`${site}/oembed?url=${encodeURIComponent(`${site}/timeline`)}`) : url;
  const title = `${m.timeline_title()} · ${collection.title}`;
  const answer = answerOEmbed({ asked, site, title, provider: collection.title });
  return answer.status === 200
    ? json(answer.body, { headers: { 'access-control-allow-origin': '*' } })
    : json({ message: answer.message }, { status: answer.status });
};
