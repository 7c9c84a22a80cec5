import { collection } from 'virtual:collection';

export const load = () => ({
  modules: collection.modules.map(({ id, title, question, standfirst, minutes, steps }) => ({
    id,
    title,
    question,
    standfirst,
    minutes,
    steps: steps.length
  }))
});
