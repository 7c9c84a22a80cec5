import type { InferOutput } from 'valibot';
import type { Tour, TourSchema, TourStop } from '../model/tour.ts';
import type { ContentFile } from './content-file.ts';
import { readPassage, readStretch, type Surroundings } from './stretch.ts';

/** Reads one tour, and sees that every stop shows what it points at. */
export function buildTour(file: ContentFile<InferOutput<typeof TourSchema>>, around: Surroundings): Tour {
  const { id, data, complain } = file;
  const stops = data.stops.flatMap((stop, index): TourStop[] => {
    const field = ['stops', index];
    const words = stop.words === undefined ? null : readPassage(complain, [...field, 'words'], stop.words, around);
    const stretch = readStretch(complain, field, stop, around);
    if (stretch === null) return [];
    return [
      {
        ...stretch,
        event: stop.event ?? null,
        lanes: stop.lanes ?? null,
        caption: stop.caption,
        words,
        seconds: stop.seconds ?? null
      }
    ];
  });
  return { id, title: data.title, standfirst: data.standfirst, order: data.order, stops };
}
