import { collection } from 'virtual:collection';
import { Board } from '#lib/server/class/board.ts';
import { answer } from '../../../../refuse.server.ts';

/** At most one look into the database in this time for each page that watches, in ms. */
const pace = 1000;
/** A line through which nothing comes is cut by proxies, in ms. */
const heartbeat = 20_000;

/** Tells a teacher's page of answers as they come: first everything, then the rows that have changed. */
export const GET = ({ params, locals, request }) =>
  answer(locals.classes, async () => {
    const { database, onclose } = locals.classes;
    const board = await Board.open(database, locals.teacher, params.assignment, collection.modules);
    let stop = () => {};
    const stream = new ReadableStream<string>({
      async start(controller) {
        const changed = new Set<string>();
        let isStale = false;
        let isBusy = false;
        let timer: ReturnType<typeof setTimeout> | null = null;
        const send = (event: string, data: unknown) =>
          controller.enqueue(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

        const look = async () => {
          timer = null;
          if (isBusy) return plan();
          isBusy = true;
          const students = [...changed];
          changed.clear();
          try {
            if (isStale) send('stale', {});
            isStale = false;
            // Who does not keep up is let go: the page comes back, and begins with everything.
            if ((controller.desiredSize ?? 0) < -50) return stop();
            const rows = await board.read(students);
            const gone = students.filter((id) => !rows.some((row) => row.id === id));
            if (students.length > 0) send('rows', { now: Date.now(), rows, gone });
          } catch {
            stop();
          } finally {
            isBusy = false;
          }
        };
        const plan = () => {
          timer ??= setTimeout(() => void look(), pace);
        };

        const beat = setInterval(() => controller.enqueue(': \n\n'), heartbeat);
        const deafen = database.changes.listen(board.assignment.class, ({ students }) => {
          if (students.length === 0) isStale = true;
          students.forEach((id) => changed.add(id));
          plan();
        });
        const forget = onclose(() => stop());
        stop = () => {
          stop = () => {};
          clearInterval(beat);
          if (timer !== null) clearTimeout(timer);
          deafen();
          forget();
          try {
            controller.close();
          } catch {
            // The page has gone.
          }
        };
        request.signal.addEventListener('abort', () => stop());
        send('rows', { now: Date.now(), rows: await board.read(), gone: [] });
      },
      cancel: () => stop()
    });
    return new Response(stream.pipeThrough(new TextEncoderStream()), {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform' }
    });
  });
