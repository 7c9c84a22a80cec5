/** Sets up and serves the sources as they are, with every change shown at once. */
import { installPackages, requireNode, run } from './setup.js';

installPackages();
requireNode();
process.exit(run(['vite dev', ...process.argv.slice(2)].join(' ')));
