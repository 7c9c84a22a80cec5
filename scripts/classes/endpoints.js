/** Everything that can be asked of the class pages, as their files have it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const routes = 'src/routes/(class)';

/**
 * Lists the endpoints: `GET /path`, `POST /path?/action`, with the names of what stands in a path in brackets.
 * @returns {string[]}
 */
export function listEndpoints() {
  const all = readdirSync(routes, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\+(page|server|page\.server)\.(ts|svelte)$/.test(file))
    .flatMap((file) => {
      const path = `/${file.slice(0, Math.max(0, file.lastIndexOf('/')))}`;
      const text = readFileSync(join(routes, file), 'utf8');
      if (file.endsWith('.svelte')) return [`GET ${path}`];
      if (file.endsWith('+server.ts')) {
        return [...text.matchAll(/^export const ([A-Z]+)\b/gm)].map(([, verb]) => `${verb} ${path}`);
      }
      const listed = /actions = \{([^}:]*)\}/.exec(text)?.[1]?.split(',') ?? [];
      const named = [...text.matchAll(/^ {2}'?([a-z-]+)'?: async/gm)].map(([, name]) => name ?? '');
      const actions = [...listed, ...named].map((name) => name.trim());
      return [`GET ${path}`, ...actions.map((name) => `POST ${path}${name === 'default' ? '' : `?/${name}`}`)];
    });
  // Folders are listed in no order of their own, and the same seed must give the same requests.
  return [...new Set(all)].sort();
}
