import { collection } from 'virtual:collection';
import { find } from '#lib/model/digest.ts';
import { renderProse } from '../prose.server.ts';

export const load = () => ({ page: find(collection.pages, 'about'), body: renderProse('pages/about') });
