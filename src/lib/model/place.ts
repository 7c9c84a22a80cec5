import * as v from 'valibot';
import { Id, Text } from './fields.ts';

const degrees = (most: number) =>
  v.pipe(v.number('degrees'), v.minValue(-most, `at least -${most}`), v.maxValue(most, `at most ${most}`));

export const PlaceSchema = v.strictObject({
  id: Id,
  name: Text,
  lat: degrees(90),
  lon: degrees(180),
  note: Text
});
export type Place = v.InferOutput<typeof PlaceSchema>;
