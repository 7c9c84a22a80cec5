import { json } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { base } from '$app/paths';
import { answerOEmbed } from '#lib/export/embed.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** A host of plain files answers every question alike: with the whole timeline. */
export const prerender = __STATIC_HOST__;

/** Where the site is. Behind a proxy the server may not know how it is reached; who asks does. */
function siteOf(url: URL): string {
  if (__SITE_URL__) return __SITE_URL__;
  if (__STATIC_HOST__) return `${url.origin}${base}`;
  const named = URL.parse(url.searchParams.get('url') ?? '');
  return `${named?.host === url.host ? named.origin : url.origin}${base}`;
}

export const GET = ({ url }) => {
  const site = siteOf(url);
  const asked = __STATIC_HOST__ ? new URL(`${site}/oembed?url=${encodeURIComponent(`${site}/timeline`)}`) : url;
  const title = `${m.timeline_title()} · ${collection.title}`;
  const answer = answerOEmbed({ asked, site, title, provider: collection.title });
  return answer.status === 200
    ? json(answer.body, { headers: { 'access-control-allow-origin': '*' } })
    : json({ message: answer.message }, { status: answer.status });
};
