/**
 * Sets up, builds what is stale, and serves; a server that dies is started again.
 *
 *   npm start                          http://localhost:3000, classes in the folder data
 *   PORT=8080 HOST=0.0.0.0 npm start   for a whole network
 *   DATA_DIR=/srv/two-steps npm start  classes in another folder; DATABASE_URL=postgres://… in PostgreSQL
 *   DATA_DIR= npm start                without classes
 */
import { build, isStale } from './build.js';
import { keepServingHere } from './keep-serving.js';
import { environment, installPackages, requireNode } from './setup.js';

installPackages();
requireNode();
if (isStale('node')) {
  console.log('Building …');
  const code = build('node');
  if (code !== 0) process.exit(code);
}

await keepServingHere({
  command: 'node',
  env: {
    ...environment(),
    DATA_DIR: process.env.DATA_DIR ?? 'data',
    HOST: process.env.HOST ?? 'localhost',
    PORT: process.env.PORT ?? '3000'
  },
  shell: process.platform === 'win32'
});
