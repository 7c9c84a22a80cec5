import { join } from 'node:path';
import type { Plugin } from 'vite';
import { buildCollection } from './build-collection.ts';
import { formatProblems } from './problem.ts';
import { readContentFiles } from './read-files.ts';

const name = 'virtual:collection';
const resolved = `\0${name}`;

/**
 * Gives the server `import { collection } from 'virtual:collection'`: the validated
 * collection as data. A mistake in the content stops the build and is named.
 * @param root the project's folder
 */
export function collectionPlugin(root: string): Plugin {
  return {
    name: 'collection',
    resolveId: (id) => (id === name ? resolved : undefined),
    load(id) {
      if (id !== resolved) return undefined;
      const { collection, problems } = buildCollection(readContentFiles(root));
      if (collection === null) {
        return this.error(`${problems.length} mistakes in the content:\n${formatProblems(problems)}`);
      }
      return `export const collection = JSON.parse(${JSON.stringify(JSON.stringify(collection))});`;
    },
    configureServer(server) {
      server.watcher.add(join(root, 'content'));
      server.watcher.on('all', (_, path) => {
        if (!path.startsWith(join(root, 'content'))) return;
        const module = server.moduleGraph.getModuleById(resolved);
        if (module) server.moduleGraph.invalidateModule(module);
        server.ws.send({ type: 'full-reload' });
      });
    }
  };
}
