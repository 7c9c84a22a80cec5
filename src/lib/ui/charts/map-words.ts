import { m } from '#lib/i18n/paraglide/messages.js';
import type { PlaceMapWords } from './PlaceMap.svelte';

/** What a map says beside the names of its places. */
export const mapWords: PlaceMapWords = {
  places: m.map_places(),
  others: (label, others) => m.map_others({ label, others }),
  numbers: m.map_numbers()
};
