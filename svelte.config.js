import adapterNode from '@sveltejs/adapter-node';
import adapterStatic from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { mdsvex } from 'mdsvex';
import { proseComponents } from './src/lib/content/svx-preprocess.ts';

/** `TARGET=static` writes plain files for any host; `TARGET=pseudo` the same in a made-up language. */
const target = process.env.TARGET ?? 'node';
const pages = target === 'pseudo' ? 'build-pseudo' : 'build-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
  extensions: ['.svelte', '.svx'],
  preprocess: [vitePreprocess(), mdsvex({ extensions: ['.svx'], smartypants: false }), proseComponents()],
  compilerOptions: { runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true) },
  kit: {
    adapter:
      target === 'node'
        ? adapterNode({ out: 'build', precompress: true })
        : // Classes need a server: a host of plain files has all the rest.
          adapterStatic({ pages, assets: pages, precompress: false, strict: false }),
    // One build beside another must not tread on its output.
    outDir: target === 'node' ? '.svelte-kit' : `.svelte-kit/${target}`,
    // One answer less to wait for before anything is seen: the styles of a page are a few kB and come within it.
    inlineStyleThreshold: 60_000,
    paths: { base: process.env.BASE_PATH ?? '', relative: true },
    // Registered when a page has long been read: nothing stands between a reader and the words.
    serviceWorker: { register: false },
    version: { name: process.env.APP_VERSION ?? 'dev' },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        // Svelte writes positions into style attributes on the server; they carry no script.
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'data:'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['self']
      }
    },
    prerender: {
      handleHttpError: 'fail',
      handleMissingId: 'fail',
      handleUnseenRoutes: 'fail'
    }
  }
};
