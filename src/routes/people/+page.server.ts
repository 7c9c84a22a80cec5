import { collection } from 'virtual:collection';

export const load = () => ({
  people: collection.people.map(({ id, name, role, country }) => ({
    id,
    name,
    role,
    country,
    events: collection.events.filter((event) => event.people.includes(id)).length
  }))
});
