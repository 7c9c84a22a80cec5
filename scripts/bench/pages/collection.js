/** What every peer's page is given: the same events, made in the same way, and the same first view. */
import { synthesize, syntheticBounds, syntheticOpening, toEvents } from '../../../src/lib/timeline/synthetic.ts';

const query = new URLSearchParams(location.search);
const ask = {
  events: Number(query.get('events')),
  seed: Number(query.get('seed')),
  lanes: Number(query.get('lanes'))
};

export const bounds = syntheticBounds;
export const opening = syntheticOpening;
export const lanes = ['un', 'superpowers', 'europe', 'region', 'military'].slice(0, ask.lanes);
export const makeEvents = () => toEvents(synthesize(ask));

/** Tells the measurement that the library has all events and follows a hand. */
export const ready = () => document.documentElement.setAttribute('data-ready', '');
