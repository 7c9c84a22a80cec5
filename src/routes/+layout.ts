export const prerender = true;
export const trailingSlash = __STATIC_HOST__ ? 'always' : 'never';
