/** Serves what is built, without looking whether it is stale. `HOST` and `PORT` are honoured. */
import { serve } from './serve.js';

const port = Number(process.env.PORT ?? 3000);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT is '${process.env.PORT}'; it must be a whole number from 1 to 65535.`);
  process.exit(1);
}
try {
  const server = await serve({ host: process.env.HOST ?? 'localhost', port });
  console.log(`Two Steps is at ${server.address}`);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => void server.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
