import { collection } from 'virtual:collection';
import { base } from '$app/paths';
import { timelineData } from '../timeline-data.server.ts';

/** Where a site that embeds asks how. Relative to the page while the site's own address is not known. */
const site = __SITE_URL__ || base;

export const load = () => ({
  ...timelineData(),
  axisName: collection.axis.name,
  oEmbed: `${site}/oembed?url=${encodeURIComponent(`${site}/timeline`)}`
});
