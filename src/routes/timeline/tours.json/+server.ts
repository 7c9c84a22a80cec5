import { json } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { viewTour } from '../../tour-view.server.ts';

export const prerender = true;

export const GET = () => json(collection.tours.map(viewTour));
