import * as v from 'valibot';
import { Line, Text } from './fields.ts';

/** The front matter of `content/pages/<id>.svx`: a page in our own words about the product. */
export const PageSchema = v.strictObject({ title: Line(60), standfirst: Text });

export interface Page extends v.InferOutput<typeof PageSchema> {
  readonly id: string;
}
