import { json } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { formatSpan } from '#lib/i18n/format.ts';
import { discloseEvent } from '#lib/model/known.ts';
import { findablesOf } from '#lib/search/findables.ts';
import type { Event } from '#lib/model/event.ts';
import { toTimelineEvent } from '#lib/timeline/timeline-event.ts';
import { buildSearchIndex } from '#lib/search/search-index.ts';

export const prerender = true;

const disclose = (event: Event) =>
  discloseEvent({ ...toTimelineEvent(event, collection.axis.offset), publicThen: event.publicThen });

export const GET = () => json(buildSearchIndex(findablesOf(collection, formatSpan, disclose)));
