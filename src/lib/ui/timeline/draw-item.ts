import { formatStretch } from '#lib/i18n/axis-format.ts';
import { formatCompact } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Count, Mark } from '#lib/timeline/marks.ts';
import { percent } from './layer.ts';

/** What one item of a lane puts on the page, in strings: a moving view draws many, and strings cost the least. */
export interface DrawnItem {
  readonly id: string;
  /** The event that a mark stands for. */
  readonly event: string | undefined;
  readonly cell: string;
  readonly place: string;
  readonly kind: string;
  readonly box: string;
  readonly href: string;
  readonly name: string;
  readonly text: string;
  readonly popup: 'dialog' | undefined;
  readonly current: 'true' | undefined;
}

export interface ItemWords {
  readonly lane: string;
  readonly link: (id: string) => string;
  /** The date of an event, written out; empty where it has none. */
  readonly whenOf: (id: string) => string;
}

/** Room on either side of a dot's middle that is pressed with its label, in px. */
const reach = 13;

/**
 * @param isMatch whether it holds what is looked for
 */
export function drawItem(item: Mark | Count, words: ItemWords, isMatch: boolean): DrawnItem {
  const match = isMatch ? ' is-match' : '';
  return item.type === 'mark' ? drawMark(item, words, match) : drawCount(item, words, match);
}

function drawMark(mark: Mark, { link, whenOf }: ItemWords, match: string): DrawnItem {
  const { id, shape, label, labelShift, labelWidth } = mark;
  const flags = [
    mark.isChosen && 'chosen',
    mark.isVague && 'vague',
    mark.isCutBefore && 'cut-before',
    mark.isCutAfter && 'cut-after',
    mark.significance === 3 && 'major-event'
  ];
  const date = whenOf(id);
  return {
    id,
    event: id,
    cell: ['cell', shape, ...flags].filter(Boolean).join(' '),
    place: shape === 'dot' ? placeOf(mark) : `${placeOf(mark)};inline-size:${percent(mark.barWidth)}`,
    kind: `label${shape === 'dot' && labelShift < 0 ? ' before' : ''}${match}`,
    box: shape === 'dot' ? boxAtDot(labelShift, labelWidth) : boxAt(labelShift, labelWidth),
    href: link(id),
    name: date === '' ? label : m.timeline_event({ title: label, date }),
    text: label,
    popup: undefined,
    current: mark.isChosen ? 'true' : undefined
  };
}

function drawCount(count: Count, { lane }: ItemWords, match: string): DrawnItem {
  const { id, size, width } = count;
  return {
    id,
    event: undefined,
    cell: 'cell',
    place: placeOf(count),
    kind: `count${match}`,
    box: `inline-size:${width}px`,
    href: '#list',
    name: nameOfCount(count, lane),
    text: `+${formatCompact(size)}`,
    popup: 'dialog',
    current: undefined
  };
}

/** Names of counts that were written out: a moving view asks for the same ones again, and Intl takes its time. */
const names = new Map<string, string>();
const mostNames = 500;

/** What makes a count's name, and the name. */
export type CountName = readonly [key: string, name: string];

const keyOf = ({ size, from, to }: Count, lane: string) => `${size} ${from} ${to} ${lane}`;

function nameOfCount(count: Count, lane: string): string {
  const key = keyOf(count, lane);
  const known = names.get(key);
  if (known !== undefined) return known;
  if (names.size >= mostNames) names.clear();
  const events = m.timeline_count({ count: count.size });
  const name = m.timeline_count_of({ events, lane, stretch: formatStretch(count.from, count.to) });
  names.set(key, name);
  return name;
}

/** The names of a lane's counts, for a page that is to know them before it has any format. */
export const nameCounts = (items: readonly (Mark | Count)[], lane: string): CountName[] =>
  items.flatMap((item) => (item.type === 'count' ? [[keyOf(item, lane), nameOfCount(item, lane)] as const] : []));

/** Takes over names that were written out elsewhere. */
export function knowCounts(written: readonly CountName[]): void {
  for (const [key, name] of written) names.set(key, name);
}

/** In flow, and out of the way of the next one: boxes that are positioned would each be painted as a layer. */
const placeOf = ({ x, top }: Mark | Count) => `margin:${top}px 0 ${-top - 26}px ${percent(x)}`;

const boxAt = (start: number, width: number) => `margin-inline-start:${start}px;inline-size:${width}px`;

/** A label of a dot has the dot within it, so that they are pressed and outlined as one. */
const boxAtDot = (start: number, width: number) => boxAt(start < 0 ? start : -reach, width + 2 * reach);
