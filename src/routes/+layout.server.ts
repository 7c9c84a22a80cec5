import { collection } from 'virtual:collection';

export const load = () => ({ title: collection.title, subtitle: collection.subtitle });
