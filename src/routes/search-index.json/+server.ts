import { json } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { formatSpan } from '#lib/i18n/format.ts';
import { findablesOf } from '#lib/search/findables.ts';
import { buildSearchIndex } from '#lib/search/search-index.ts';

export const prerender = true;

export const GET = () => json(buildSearchIndex(findablesOf(collection, formatSpan)));
