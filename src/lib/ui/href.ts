import { resolve } from '$app/paths';

/** Addresses of the product's pages. A host of plain files keeps every page in a folder of its own. */
const slash = __STATIC_HOST__ ? '/' : '';

const page = (path: string) => path + slash;

export const href = {
  home: () => resolve('/'),
  embed: () => page(resolve('/embed/timeline')),
  timeline: () => page(resolve('/timeline')),
  tour: (id: string) => `${page(resolve('/timeline'))}?tour=${id}`,
  event: (id: string) => page(resolve('/events/[id]', { id })),
  sources: () => page(resolve('/sources')),
  source: (id: string, fragment = '') => page(resolve('/sources/[id]', { id })) + (fragment ? `#${fragment}` : ''),
  compare: (a: string, b: string) => page(resolve('/compare/[a]/[b]', { a, b })),
  essays: () => page(resolve('/essays')),
  essay: (id: string) => page(resolve('/essays/[id]', { id })),
  modules: () => page(resolve('/modules')),
  module: (id: string) => page(resolve('/modules/[id]', { id })),
  step: (id: string, step: string) => page(resolve('/modules/[id]/[step]', { id, step })),
  work: (id: string) => page(resolve('/modules/[id]/work', { id })),
  teach: () => page(resolve('/teach')),
  guide: (id: string) => page(resolve('/teach/[id]', { id })),
  handout: (id: string) => page(resolve('/print/[module]/handout', { module: id })),
  answerSheet: (id: string) => page(resolve('/print/[module]/answers', { module: id })),
  answerKey: (id: string) => page(resolve('/print/[module]/key', { module: id })),
  people: () => page(resolve('/people')),
  person: (id: string) => page(resolve('/people/[id]', { id })),
  places: (id = '') => page(resolve('/places')) + (id ? `#${id}` : ''),
  glossary: (id = '') => page(resolve('/glossary')) + (id ? `#${id}` : ''),
  about: (fragment = '') => page(resolve('/about')) + (fragment ? `#${fragment}` : ''),
  search: () => page(resolve('/search'))
} as const;
