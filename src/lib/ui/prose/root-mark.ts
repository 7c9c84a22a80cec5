/** Stands in a text's HTML for the path under which the site is served, which only the page knows. */
export const rootMark = '~/';
