import { DataSet } from 'vis-data/esnext';
import { Timeline } from 'vis-timeline/esnext';
import 'vis-timeline/styles/vis-timeline-graph2d.css';
import './place-cards.css';
import './compose-surface.css';

/** An event on the surface. Times are civil, in ms. */
export interface SurfaceItem {
  readonly id: string;
  readonly label: string;
  readonly lane: string;
  readonly start: number;
  /** The first instant after it; null for what is a moment. */
  readonly end: number | null;
  /** Whether it may be moved and lengthened; what may not can still be dragged out. */
  readonly isMovable: boolean;
}

interface Surface {
  readonly lanes: readonly { readonly id: string; readonly name: string }[];
  /** What it opens on. */
  readonly from: number;
  readonly to: number;
  readonly onmove: (id: string, start: number, end: number, lane: string) => void;
  /** It was let go outside. */
  readonly onout: (id: string) => void;
  /** It was pressed; null for none. */
  readonly onchoose: (id: string | null) => void;
}

/** vis draws local time: a civil time is shown as though the clock here were that clock. */
function toLocal(time: number): Date {
  const at = new Date(time);
  return new Date(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes());
}

function fromLocal(date: Date | string | number): number {
  const at = new Date(date);
  return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate(), at.getHours(), at.getMinutes());
}

/** The day that begins nearest. */
const toDay = (date: Date): Date => {
  const day = new Date(date.getFullYear(), date.getMonth(), date.getDate());
  const next = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1);
  return date.getTime() - day.getTime() < next.getTime() - date.getTime() ? day : next;
};

const week = 7 * 86_400_000;

/** So far below or above the picture something is outside, in px: a hand that trembles does not take it out. */
const margin = 12;

/**
 * A timeline on which events are moved, lengthened and dragged out. What it does can be done with the lists and fields
 * beside it as well, so it is hidden from assistive technology.
 */
export function composeSurface(holder: HTMLElement, { lanes, from, to, onmove, onout, onchoose }: Surface) {
  const items = new DataSet<VisItem>([]);
  const groups = new DataSet(lanes.map(({ id, name }, order) => ({ id, order, content: escapeText(name) })));
  let drawn: readonly SurfaceItem[] = [];
  let pointer = { x: 0, y: 0 };
  /** What a mouse holds that vis has not taken up: it hears of no hand that goes straight up or down. */
  let held: string | null = null;
  const follow = ({ clientX: x, clientY: y }: PointerEvent) => {
    pointer = { x, y };
    if (held !== null) holder.classList.toggle('is-leaving', isOutside());
  };
  const press = (event: PointerEvent) => {
    follow(event);
    const isIn = event.pointerType === 'mouse' && event.button === 0 && holder.contains(event.target as Node);
    const { item } = isIn ? timeline.getEventProperties(event) : { item: null };
    held = item === null || item === undefined ? null : String(item);
  };
  const release = () => {
    const id = held;
    held = null;
    holder.classList.remove('is-leaving');
    if (id !== null && isOutside()) onout(id);
  };
  document.addEventListener('pointermove', follow, true);
  document.addEventListener('pointerdown', press, true);
  document.addEventListener('pointerup', release, true);
  const isOutside = () => {
    const box = holder.getBoundingClientRect();
    const { x, y } = pointer;
    return x < box.left - margin || x > box.right + margin || y < box.top - margin || y > box.bottom + margin;
  };
  const find = (id: unknown) => drawn.find((item) => item.id === id);

  const timeline = new Timeline(holder, items, groups, {
    start: toLocal(from),
    end: toLocal(to),
    editable: { updateTime: true, updateGroup: true, add: false, remove: false, overrideItems: false },
    itemsAlwaysDraggable: { item: true, range: true },
    groupOrder: 'order',
    // The page scrolls under the wheel; buttons and pinching zoom.
    zoomKey: 'ctrlKey',
    zoomMin: 86_400_000,
    zoomMax: 100 * 365 * 86_400_000,
    margin: { item: { horizontal: 4, vertical: 6 } },
    showCurrentTime: false,
    snap: toDay,
    xss: { disabled: false },
    onMoving(item, callback) {
      held = null;
      const known = find(item.id);
      holder.classList.toggle('is-leaving', isOutside());
      // What the record dates stays at its date.
      if (known && !known.isMovable) Object.assign(item, visItem(known));
      callback(item);
    },
    onMove(item, callback) {
      holder.classList.remove('is-leaving');
      const known = find(item.id);
      // What is drawn follows from what is chosen: it is drawn anew when that has changed.
      callback(null);
      if (isOutside()) onout(String(item.id));
      else if (known?.isMovable)
        onmove(known.id, fromLocal(item.start), fromLocal(item.end ?? item.start), String(item.group));
    }
  });
  timeline.on('select', ({ items: [id] }: { items: (string | number)[] }) =>
    onchoose(id === undefined ? null : String(id))
  );
  timeline.on('changed', () => (holder.dataset.ready = ''));

  /** What was put in or given another date is seen, wherever the picture was. */
  function reveal({ start }: SurfaceItem) {
    const { start: first, end: last } = timeline.getWindow();
    if (start < fromLocal(first) || start >= fromLocal(last)) timeline.moveTo(toLocal(start));
  }

  return {
    draw(next: readonly SurfaceItem[]) {
      const changed = next.filter((item) => !isSame(find(item.id), item));
      items.remove(items.getIds().filter((id) => !next.some((item) => item.id === id)));
      items.update(changed.map(visItem));
      drawn = next;
      if (changed.length === 1 && changed[0]) reveal(changed[0]);
    },
    choose: (id: string | null) => timeline.setSelection(id === null ? [] : [id]),
    zoomIn: () => timeline.zoomIn(0.4),
    zoomOut: () => timeline.zoomOut(0.4),
    showAll() {
      const first = Math.min(...drawn.map(({ start }) => start));
      const last = Math.max(...drawn.map(({ start, end }) => end ?? start));
      if (drawn.length === 0) timeline.setWindow(toLocal(from), toLocal(to));
      // Words stand to the right of their dates, and need room there.
      else
        timeline.setWindow(toLocal(first - (last - first) * 0.08 - week), toLocal(last + (last - first) * 0.25 + week));
    },
    stop() {
      document.removeEventListener('pointermove', follow, true);
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('pointerup', release, true);
      timeline.destroy();
    }
  };
}

export type ComposeSurface = ReturnType<typeof composeSurface>;

interface VisItem {
  id: string;
  group: string;
  content: string;
  start: Date;
  end?: Date;
  type: 'range' | 'point';
  className: string;
  editable: { updateTime: boolean; updateGroup: boolean; remove: boolean };
}

const visItem = ({ id, label, lane, start, end, isMovable }: SurfaceItem): VisItem => ({
  id,
  group: lane,
  content: escapeText(label),
  start: toLocal(start),
  ...(end !== null && { end: toLocal(end) }),
  type: end === null ? 'point' : 'range',
  className: `lane-${lane}${isMovable ? ' is-own' : ''}`,
  editable: { updateTime: true, updateGroup: isMovable, remove: false }
});

const isSame = (a: SurfaceItem | undefined, b: SurfaceItem): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Titles are text: the timeline takes what it is given for HTML. */
function escapeText(text: string): string {
  const node = document.createElement('span');
  node.textContent = text;
  return node.innerHTML;
}
