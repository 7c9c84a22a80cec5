import { DataSet } from 'vis-data/esnext';
import { Timeline } from 'vis-timeline/esnext';
import 'vis-timeline/styles/vis-timeline-graph2d.css';
import './place-cards.css';

/** A card where a student put it; `time` is a civil time in ms. */
export interface PlacedCard {
  readonly id: string;
  readonly title: string;
  readonly time: number;
}

interface Surface {
  readonly from: number;
  readonly to: number;
  /** Whether the card may stand there; else it goes back. */
  readonly onmove: (id: string, time: number) => boolean;
}

/**
 * A timeline on which cards are put by hand. What it does can be done in the form beside it as well, so it is hidden from
 * assistive technology.
 */
export function placeCards(
  holder: HTMLElement,
  { from, to, onmove }: Surface
): { draw: (cards: readonly PlacedCard[]) => void; stop: () => void } {
  // A card stands around its day, so that those at the ends need room beyond them.
  const [start, end] = [from - (to - from) * 0.12, to + (to - from) * 0.12].map((time) => new Date(time));
  const items = new DataSet<{ id: string; content: string; start: Date }>([]);
  const timeline = new Timeline(holder, items, {
    start: start!,
    end: end!,
    min: start!,
    max: end!,
    editable: { updateTime: true, add: false, remove: false, updateGroup: false, overrideItems: false },
    itemsAlwaysDraggable: true,
    // The page scrolls under the wheel; buttons and pinching zoom.
    zoomKey: 'ctrlKey',
    snap: (date) => new Date(Math.round(date.getTime() / 86_400_000) * 86_400_000),
    xss: { disabled: false },
    onMove(item, callback) {
      callback(onmove(String(item.id), new Date(item.start).getTime()) ? item : null);
    }
  });
  return {
    draw(cards) {
      const gone = items.getIds().filter((id) => !cards.some((card) => card.id === id));
      items.remove(gone);
      items.update(cards.map(({ id, title, time }) => ({ id, content: escapeText(title), start: new Date(time) })));
    },
    stop: () => timeline.destroy()
  };
}

/** Titles are text: the timeline takes what it is given for HTML. */
function escapeText(text: string): string {
  const node = document.createElement('span');
  node.textContent = text;
  return node.innerHTML;
}
