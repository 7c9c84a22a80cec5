import { error } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { digestEvent, digestSource } from '#lib/model/digest.ts';
import { fold } from '#lib/model/fold.ts';

export const entries = () => collection.people.map(({ id }) => ({ id }));

export const load = ({ params }) => {
  const person = collection.people.find(({ id }) => id === params.id);
  if (!person) error(404);
  return {
    person,
    events: collection.events.filter((event) => event.people.includes(person.id)).map(digestEvent),
    sources: collection.sources
      .filter(({ creator, title }) => [creator, title].some((text) => fold(text).includes(fold(person.name))))
      .map(digestSource)
  };
};
