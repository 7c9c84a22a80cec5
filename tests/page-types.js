/**
 * One page of every type, for what must hold on all of them: pictures, sizes, accessibility,
 * validity. The first of a type is the plain one; more stand where a type has very different pages.
 */
export const pageTypes = [
  { name: 'home', path: '/' },
  { name: 'timeline', path: '/timeline' },
  { name: 'timeline-chosen', path: '/timeline?from=1990-11-01&to=1990-12-20&event=gorbachev-two-step-conversation' },
  { name: 'timeline-tour', path: '/timeline?tour=one-day-two-stories&stop=9' },
  { name: 'timeline-list', path: '/timeline?show=list' },
  { name: 'timeline-table', path: '/timeline?show=table' },
  { name: 'timeline-synthetic', path: '/bench/timeline?events=500&seed=1' },
  { name: 'embed', path: '/embed/timeline' },
  { name: 'event', path: '/events/gorbachev-two-step-conversation' },
  { name: 'event-vote', path: '/events/resolution-678-adopted' },
  { name: 'sources', path: '/sources' },
  { name: 'source', path: '/sources/gorbachev-perez-de-cuellar-1990-11-19' },
  { name: 'source-arabic', path: '/sources/cairo-arab-summit-resolution-1990-08-10' },
  { name: 'source-unquoted', path: '/sources/baker-cable-moscow-1990-11-08' },
  { name: 'compare', path: '/compare/gorbachev-perez-de-cuellar-1990-11-19/unsc-res-678' },
  { name: 'essays', path: '/essays' },
  { name: 'essay', path: '/essays/how-the-two-step-idea-travelled' },
  { name: 'people', path: '/people' },
  { name: 'person', path: '/people/mikhail-gorbachev' },
  { name: 'places', path: '/places' },
  { name: 'glossary', path: '/glossary' },
  { name: 'about', path: '/about' },
  { name: 'search', path: '/search?q=perez' },
  { name: 'missing', path: '/no-such-page' }
];
