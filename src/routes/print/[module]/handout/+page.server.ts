import { entries, readDocuments } from '../../module-on-paper.server.ts';

export { entries };
export const load = ({ params }) => readDocuments(params.module);
