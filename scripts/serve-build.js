/** Serves what is built, without looking whether it is stale: for tests. `HOST` and `PORT` are honoured. */
import { serve } from './serve.js';

const server = await serve({ host: process.env.HOST ?? '127.0.0.1', port: Number(process.env.PORT ?? 3000) });
console.log(server.address);
