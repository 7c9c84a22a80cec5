import * as v from 'valibot';
import { minutesOf } from './day-hour.ts';

/** Messages complete the sentence 'expected …'. */
const Clock = v.pipe(
  v.string("an hour in quotation marks, such as '08:30'"),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "an hour from '00:00' to '23:59'")
);
const Seconds = (least: number, most: number) =>
  v.pipe(
    v.number('a number of seconds'),
    v.minValue(least, `${least} seconds or more`),
    v.maxValue(most, `${most} seconds or fewer`)
  );
const Name = v.pipe(v.string('an id in quotation marks'), v.regex(/^[a-z0-9/-]+$/, 'an id'));

const corners = ['top-left', 'top-right', 'bottom-right', 'bottom-left'] as const;
export type Corner = (typeof corners)[number];

/** `kiosk.json`: what a technician may choose. What is left out stands as it is here. */
const SettingsSchema = v.strictObject({
  /** Where the kiosk stands, for the technician's page and the export. */
  location: v.optional(v.pipe(v.string('text'), v.trim(), v.maxLength(60, 'at most 60 characters')), ''),
  tour: v.optional(Name, 'one-day-two-stories'),
  languages: v.optional(
    v.pipe(
      v.array(
        v.pipe(v.string('a language'), v.regex(/^[a-z]{2}$/, "two letters, such as 'en'")),
        'a list of languages'
      ),
      v.minLength(1, 'at least one language')
    ),
    ['en']
  ),
  /** Without a touch for so long the kiosk asks; the question stands for so long. */
  idleSeconds: v.optional(Seconds(20, 900), 90),
  warningSeconds: v.optional(Seconds(10, 120), 20),
  /** Light letters on a dark ground spare a panel, and eyes in a dim hall. */
  theme: v.optional(v.picklist(['dark', 'light'], "'dark' or 'light'"), 'dark'),
  /** Hours in which the screen rests; a touch wakes it. */
  quietHours: v.optional(v.array(v.strictObject({ from: Clock, to: Clock }), 'a list of { from, to }'), []),
  /** From an hour on, until the next one named. */
  brightness: v.optional(
    v.array(
      v.strictObject({
        from: Clock,
        percent: v.pipe(v.number('a number'), v.minValue(20, '20 or more'), v.maxValue(100, '100 or less'))
      }),
      'a list of { from, percent }'
    ),
    []
  ),
  /** The question of opinion: a poll of the collection. */
  question: v.optional(Name, 'two-steps/force-or-patience/what-next'),
  /** Whether whoever serves the pages wants to hear that this one lives. */
  heartbeat: v.optional(v.boolean('true or false'), false),
  /** Corners in the order in which they are touched, and the number that is asked for then. Without them the page stays shut. */
  technician: v.optional(
    v.strictObject({
      gesture: v.pipe(
        v.array(v.picklist(corners, `one of ${corners.join(', ')}`), 'a list of corners'),
        v.minLength(3, 'at least three corners'),
        v.maxLength(8, 'at most eight corners')
      ),
      pin: v.pipe(v.string('a number in quotation marks'), v.regex(/^\d{4,8}$/, 'four to eight digits'))
    })
  )
});

export type Settings = v.InferOutput<typeof SettingsSchema>;

/** What there is to choose from. */
export interface Choices {
  readonly tours: readonly string[];
  readonly questions: readonly string[];
  readonly languages: readonly string[];
}

/** A mistake in the settings, with the field that has it. */
export interface SettingsProblem {
  readonly field: string;
  readonly expected: string;
  readonly found: string;
}

export type SettingsReading =
  | { readonly isSound: true; readonly settings: Settings }
  | { readonly isSound: false; readonly problems: readonly SettingsProblem[] };

export const standard: Settings = v.parse(SettingsSchema, {});

/**
 * Reads settings, and finds every mistake of them at once.
 * @param text what the file holds
 */
export function readSettings(text: string, choices: Choices): SettingsReading {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { isSound: false, problems: [{ field: 'kiosk.json', expected: 'JSON', found }] };
  }
  // A list is an object, too, and has none of the settings.
  const read = v.safeParse(SettingsSchema, Array.isArray(data) ? null : data);
  if (!read.success) return { isSound: false, problems: read.issues.map(toProblem) };
  const settings = read.output;
  const problems = [
    ...named('tour', settings.tour, choices.tours),
    ...named('question', settings.question, choices.questions),
    ...settings.languages.flatMap((language, at) => named(`languages.${at}`, language, choices.languages)),
    ...settings.quietHours.flatMap(({ from, to }, at) =>
      from === to ? [{ field: `quietHours.${at}.to`, expected: 'another hour than from', found: to }] : []
    ),
    ...settings.brightness.flatMap(({ from }, at) =>
      settings.brightness.findIndex((other) => other.from === from) < at
        ? [{ field: `brightness.${at}.from`, expected: 'an hour that is not named before', found: from }]
        : []
    )
  ];
  return problems.length > 0 ? { isSound: false, problems } : { isSound: true, settings };
}

function toProblem(issue: v.BaseIssue<unknown>): SettingsProblem {
  const field = v.getDotPath(issue) ?? 'kiosk.json';
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return { field, expected: 'no such setting', found: 'one' };
  return { field, expected: issue.message, found: JSON.stringify(issue.input) ?? 'nothing' };
}

const named = (field: string, found: string, known: readonly string[]): SettingsProblem[] =>
  known.includes(found) ? [] : [{ field, expected: `one of ${known.join(', ')}`, found: JSON.stringify(found) }];

/** Whether the screen rests at a time of day; hours may go over midnight. */
export const isQuiet = ({ quietHours }: Pick<Settings, 'quietHours'>, minutes: number): boolean =>
  quietHours.some(({ from, to }) => {
    const [first, last] = [minutesOf(from), minutesOf(to)];
    return first < last ? minutes >= first && minutes < last : minutes >= first || minutes < last;
  });

/** How bright the screen is at a time of day, in percent: what was named last holds on over midnight. */
export function brightnessAt({ brightness }: Pick<Settings, 'brightness'>, minutes: number): number {
  const inTime = brightness.toSorted((a, b) => minutesOf(a.from) - minutesOf(b.from));
  const held = inTime.findLast(({ from }) => minutesOf(from) <= minutes) ?? inTime.at(-1);
  return held?.percent ?? 100;
}
