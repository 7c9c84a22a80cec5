import { collection } from 'virtual:collection';
import { find } from '#lib/model/digest.ts';

export const load = () => ({ page: find(collection.pages, 'about') });
