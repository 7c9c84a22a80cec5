import { entries, readQuestions } from '../../module-on-paper.server.ts';

export { entries };
export const load = ({ params }) => readQuestions(params.module);
