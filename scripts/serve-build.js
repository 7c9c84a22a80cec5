/**
 * Serves what is built, without looking whether it is stale. `HOST` and `PORT` are honoured. It exits with 78 when it
 * would end the same way however often it were started, and with 1 when it might not.
 */
import { RefusedStart, serve } from './serve.js';

/** @param {unknown} error */
const codeOf = (error) => /** @type {{ exitCode?: number }} */ (error ?? {}).exitCode ?? 1;

const port = Number(process.env.PORT ?? 3000);
try {
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new RefusedStart(`PORT is '${process.env.PORT}'; it must be a whole number from 1 to 65535.`);
  }
  const server = await serve({ host: process.env.HOST ?? 'localhost', port });
  console.log(`Two Steps is at ${server.address}`);
  let isClosing = false;
  const close = () => {
    // A key pressed in a terminal reaches this program, and once more the one that keeps it.
    if (isClosing) return;
    isClosing = true;
    void server.close().then(() => process.exit(0));
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, close);
  // Whoever keeps this server running is gone: nobody would end it later.
  process.on('disconnect', close);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(codeOf(error));
}
