import { collection } from 'virtual:collection';

export const load = () => ({
  modules: collection.modules.map(({ id, title, question, minutes, steps }) => ({
    id,
    title,
    question,
    minutes,
    steps: steps.length
  }))
});
