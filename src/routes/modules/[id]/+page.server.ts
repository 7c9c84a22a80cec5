import { error } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { viewModule } from '../step-data.server.ts';

export const entries = () => collection.modules.map(({ id }) => ({ id }));

export const load = ({ params }) => {
  const module = collection.modules.find(({ id }) => id === params.id);
  if (!module) error(404);
  return { module: viewModule(module) };
};
