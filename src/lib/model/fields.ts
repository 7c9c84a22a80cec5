import * as v from 'valibot';

/** Fields that more than one kind of content has. Messages complete the sentence 'expected …'. */

export const Id = v.pipe(
  v.string('an id'),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id of small letters, digits and hyphens')
);

export const Text = v.pipe(v.string('text'), v.trim(), v.minLength(1, 'text that is not empty'));

/** One line of text for a place where only so much fits. */
export const Line = (most: number) =>
  v.pipe(
    Text,
    v.maxLength(most, `at most ${most} characters`),
    v.check((text) => !text.includes('\n'), 'a single line')
  );

export const Url = v.pipe(
  v.string('an address'),
  v.regex(/^https?:\/\/\S+$/, 'an address that begins with http:// or https://')
);

/** An address, or a citation in words for what has none. */
export const Citation = Text;

/** A date in EDTF; whether it exists is checked when it is read. */
export const Edtf = v.pipe(v.string('a date in EDTF, in quotation marks'), v.minLength(4, 'a date in EDTF'));

export const list = <T extends v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>>(item: T) =>
  v.optional(v.array(item, 'a list'), []);
