import type { EventIndex } from './event-index.ts';
import { itemOf } from './focus.ts';
import { metrics } from './marks.ts';
import type { Scene } from './scene.ts';
import { spanOf, type Viewport } from './viewport.ts';

/** What an event answered, and what it led to, by id. */
export interface Links {
  readonly answers: readonly string[];
  readonly leadsTo: readonly string[];
}

/** A line from cause to effect; one end is the chosen event. */
export interface Thread {
  /** The event at the other end. */
  readonly event: string;
  readonly kind: keyof Links;
  /** An SVG path in px from the upper left of the time area, in the direction of time. */
  readonly path: string;
  /** The other end lies beyond the edge of the view. */
  readonly isCut: boolean;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Room between a line's end and the middle of its mark, for the mark and the arrow; px. */
const clear = 9;

/**
 * Lays out the threads of the chosen event: to the mark of each event that it is linked with, or
 * to the count that holds it; where that lies outside the view, to the edge, at its lane.
 * @param width of the time area in px
 */
export function layoutThreads(
  scene: Scene,
  index: EventIndex,
  chosen: string,
  links: Links,
  { viewport, width }: { readonly viewport: Viewport; readonly width: number }
): Thread[] {
  const pointOf = (id: string): { at: Point; isCut: boolean } | null => {
    const event = index.find(id)?.event;
    const lane = scene.lanes.find((each) => each.id === event?.lane);
    if (!event || !lane) return null;
    const item = itemOf([lane], index, id);
    // A lane may have been laid out for a view that has moved since.
    const time = item && lane.scale.from + item.x * spanOf(lane.scale);
    const x = time === null ? -1 : ((time - viewport.from) / spanOf(viewport)) * width;
    if (item && x >= 0 && x <= width) {
      const middle = item.type === 'count' ? item.width / 2 : 0;
      return { at: { x: x + middle, y: lane.top + item.top + metrics.countHeight / 2 }, isCut: false };
    }
    return { at: { x: event.start < viewport.from ? 0 : width, y: lane.top + lane.height / 2 }, isCut: true };
  };

  const own = pointOf(chosen);
  if (!own || own.isCut) return [];
  const thread = (event: string, kind: keyof Links): Thread[] => {
    const other = pointOf(event);
    if (!other) return [];
    const [from, to] = kind === 'answers' ? [other.at, own.at] : [own.at, other.at];
    return [{ event, kind, path: curve(from, to), isCut: other.isCut }];
  };
  return [
    ...links.answers.flatMap((event) => thread(event, 'answers')),
    ...links.leadsTo.flatMap((event) => thread(event, 'leadsTo'))
  ];
}

/** Leaves one mark and reaches the other upright, for labels lie level; between two of one row it swings over them. */
function curve(from: Point, to: Point): string {
  const isLevel = Math.abs(to.y - from.y) < metrics.rowHeight / 2;
  const down = to.y > from.y && !isLevel ? 1 : -1;
  const start = { x: from.x, y: from.y + clear * down };
  const end = { x: to.x, y: isLevel ? to.y - clear : to.y - clear * down };
  const reach = isLevel ? metrics.rowHeight : Math.max(14, Math.abs(end.y - start.y) / 2);
  const y1 = start.y + reach * down;
  const y2 = isLevel ? y1 : end.y - reach * down;
  return `M${point(start)}C${point({ x: start.x, y: y1 })} ${point({ x: end.x, y: y2 })} ${point(end)}`;
}

const point = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

const round = (px: number): number => Math.round(px * 10) / 10;
