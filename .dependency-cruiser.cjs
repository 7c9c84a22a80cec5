/**
 * Who may import whom. The table is ARCHITECTURE.md's; a folder that is not in it may not exist.
 */
const mayImport = {
  model: [],
  anchor: ['model'],
  lesson: ['model'],
  compose: ['model'],
  sync: ['model'],
  chart: ['model'],
  search: ['model'],
  timeline: ['model'],
  i18n: ['model'],
  kiosk: [],
  content: ['model', 'anchor'],
  export: ['model', 'timeline'],
  gradebook: ['model', 'lesson'],
  server: ['model', 'lesson', 'sync', 'content', 'gradebook', 'compose', 'export', 'i18n'],
  ui: ['model', 'anchor', 'lesson', 'chart', 'search', 'timeline', 'kiosk', 'gradebook', 'compose', 'export', 'i18n']
};

/** Imports that the table forbids and that stand all the same, each with its reason. */
const exceptions = [];

const folders = Object.keys(mayImport);
const inFolder = (names) => `^src/lib/(${names.join('|')})/`;

/** Pure folders know no framework, no page and no screen. */
const pure = [
  'model',
  'anchor',
  'lesson',
  'compose',
  'sync',
  'chart',
  'search',
  'timeline',
  'kiosk',
  'i18n',
  'content',
  'export',
  'gradebook',
  'server'
];

module.exports = {
  forbidden: [
    {
      name: 'unknown-folder',
      comment: 'Every folder of src/lib stands in the table with what it may import.',
      severity: 'error',
      from: { path: '^src/lib/[^/]+/', pathNot: inFolder(folders) },
      to: {}
    },
    ...folders.map((folder) => ({
      name: `${folder}-imports`,
      comment: `${folder} may import ${mayImport[folder].join(', ') || 'nothing of ours'}.`,
      severity: 'error',
      from: { path: inFolder([folder]), pathNot: [...exceptions, '\\.(spec|fixture)\\.ts$'] },
      to: { path: '^src/', pathNot: [inFolder([folder, ...mayImport[folder]])] }
    })),
    {
      name: 'pure-folders',
      comment: 'What computes knows neither Svelte nor the page that it is on.',
      severity: 'error',
      from: {
        path: inFolder(pure),
        pathNot: [
          '\\.(spec|fixture)\\.ts$',
          '^src/lib/content/svx-preprocess\\.ts$',
          '^src/lib/lesson/.*\\.svelte\\.ts$'
        ]
      },
      to: { path: ['(^|/)svelte(/|$)', '^\\$app/', '(^|/)@sveltejs/'] }
    },
    {
      name: 'd3-behaviours',
      comment: 'Zoom, brush and selection touch the screen: they live in attachments.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/lib/ui/timeline/' },
      to: { path: 'node_modules/(d3-zoom|d3-brush|d3-selection|vis-timeline)/' }
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['src/lib/i18n/paraglide/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.svelte', '.svx'],
      conditionNames: ['svelte', 'import', 'node', 'default'],
      exportsFields: ['exports']
    }
  }
};
