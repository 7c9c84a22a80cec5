import { answer } from '../../../../refuse.server.ts';
import { exportAnswers, fileName } from '../export.server.ts';

export const GET = ({ params, locals }) =>
  answer(locals.classes, async () => {
    const exported = await exportAnswers(locals, params.assignment);
    return new Response(JSON.stringify({ format: 'two-steps-class', version: 1, ...exported }, null, 2), {
      headers: {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="${fileName([exported.class, exported.module], 'json')}"`
      }
    });
  });
