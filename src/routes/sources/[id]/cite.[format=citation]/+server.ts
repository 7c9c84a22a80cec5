import { error } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { citationsOf } from '../../../citations.server.ts';
import { formats } from '../../../../params/citation.ts';
import type { EntryGenerator, RequestHandler } from './$types.js';

export const prerender = true;

const types = {
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  json: 'application/vnd.citationstyles.csl+json'
};

export const entries: EntryGenerator = () =>
  collection.sources.flatMap(({ id }) => (['bib', 'ris', 'json'] as const).map((format) => ({ id, format })));

export const GET: RequestHandler = ({ params }) => {
  const source = collection.sources.find(({ id }) => id === params.id);
  if (!source) error(404);
  return new Response(citationsOf(source)[formats[params.format]], {
    headers: {
      'content-type': `${types[params.format]}; charset=utf-8`,
      'content-disposition': `attachment; filename="${source.id}.${params.format}"`
    }
  });
};
