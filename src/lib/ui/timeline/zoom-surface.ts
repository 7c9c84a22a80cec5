import type { Attachment } from 'svelte/attachments';
import { momentumAfter, withMove, type HandMove } from '#lib/timeline/momentum.ts';
import { spanOf, zoomViewport, type Viewport } from '#lib/timeline/viewport.ts';

interface ZoomSurface {
  readonly bounds: Viewport;
  /** The view as it is; read again whenever it changes from elsewhere. */
  readonly viewport: () => Viewport;
  /** Asked for once a frame at most, with a view that may reach beyond the bounds. */
  readonly onview: (viewport: Viewport) => void;
}

/** One turn of a wheel zooms by no more than this power of two, whatever the mouse reports. */
const mostPerTurn = 0.5;
/** How far a hand strays while it means to press or to scroll, in px. */
const slop = { mouse: 3, touch: 6 };
/** After so long without a move a hand begins anew, in ms. */
const gesturePause = 250;
/** Two presses within this time and distance are a double press, in ms and px; it zooms in, with Shift out. */
const double = { time: 300, distance: 24, factor: 2 };

interface Hand {
  x: number;
  readonly startX: number;
  readonly startY: number;
  isMoving: boolean;
}

/**
 * Drag, pinch, wheel and double press over the time area. The wheel belongs to the page until a
 * modifier is held or the timeline has the focus; a sideways wheel always moves along. One finger
 * moves the picture once it clearly goes sideways, else it scrolls the page.
 */
export function zoomSurface({ bounds, viewport, onview }: ZoomSurface): Attachment<HTMLElement> {
  return (node) => {
    /** Where it lies: read once for a gesture, for in the midst of a frame the browser lays the page out to tell. */
    let box: DOMRect | null = null;
    let readAt = 0;
    const place = () => {
      const now = performance.now();
      if (box === null || now - readAt > gesturePause) box = node.getBoundingClientRect();
      readAt = now;
      return box;
    };
    const width = () => place().width || 1;
    const shareAt = (clientX: number) => (clientX - place().left) / width();

    /** The view that was asked for since the last frame, and the frame that will show it. */
    let asked: Viewport | null = null;
    let frame = 0;
    const current = (): Viewport => asked ?? viewport();
    const ask = (view: Viewport) => {
      asked = view;
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        const next = asked;
        asked = null;
        if (next) onview(next);
      });
    };
    const zoomAt = (clientX: number, factor: number) => {
      const view = current();
      ask(zoomViewport(view, factor, view.from + shareAt(clientX) * spanOf(view), bounds));
    };

    /** How the picture moved last, so that it goes on a little when it is let go. */
    let moves: HandMove[] = [];
    let gliding = 0;
    /** Times are those of the hand: a busy machine hears of it later. */
    const moveAlong = (pixels: number, at: number) => {
      const { from, to } = current();
      const share = pixels / width();
      moves = withMove(moves, { share, at });
      ask({ from: from + share * (to - from), to: to + share * (to - from) });
    };
    const halt = () => {
      cancelAnimationFrame(gliding);
      moves = [];
    };
    const glide = (released: number) => {
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
      const begun = performance.now();
      const path = momentumAfter(moves, released);
      if (path === null) return;
      const { from, to } = current();
      const step = () => {
        const elapsed = performance.now() - begun;
        const shift = path.distance(elapsed) * (to - from);
        ask({ from: from + shift, to: to + shift });
        if (elapsed < path.duration) gliding = requestAnimationFrame(step);
      };
      step();
    };

    const hands = new Map<number, Hand>();
    /** Where two fingers are, in px: their middle, and how far they lie apart. */
    const grip = () => {
      const [a, b] = [...hands.values()].map(({ x }) => x) as [number, number];
      return { middle: (a + b) / 2, apart: Math.max(Math.abs(a - b), 20) };
    };

    const press = (event: PointerEvent) => {
      halt();
      if (event.pointerType === 'mouse' && (event.button !== 0 || event.ctrlKey)) return;
      if (event.isPrimary) hands.clear();
      if (hands.size === 2) return;
      hands.set(event.pointerId, { x: event.clientX, startX: event.clientX, startY: event.clientY, isMoving: false });
    };

    const move = (event: PointerEvent) => {
      const hand = hands.get(event.pointerId);
      if (!hand) return;
      if (hands.size === 2) {
        const before = grip();
        hand.x = event.clientX;
        const after = grip();
        hand.isMoving = true;
        moveAlong(before.middle - after.middle, event.timeStamp);
        zoomAt(after.middle, after.apart / before.apart);
        return;
      }
      const [across, along] = [Math.abs(event.clientX - hand.startX), Math.abs(event.clientY - hand.startY)];
      if (!hand.isMoving) {
        const isMouse = event.pointerType === 'mouse';
        hand.isMoving = across > (isMouse ? slop.mouse : slop.touch) && (isMouse || across > along);
        if (!hand.isMoving) return;
        node.setPointerCapture(event.pointerId);
        node.dataset.moving = '';
      }
      moveAlong(hand.x - event.clientX, event.timeStamp);
      hand.x = event.clientX;
    };

    let tapped: PointerEvent | null = null;
    const lift = (event: PointerEvent) => {
      const hand = hands.get(event.pointerId);
      hands.delete(event.pointerId);
      if (!hand) return;
      if (hands.size === 0) delete node.dataset.moving;
      // The browser cancels the finger when it scrolls the page.
      if (event.type === 'pointercancel') return;
      if (hand.isMoving) {
        if (hands.size === 0) glide(event.timeStamp);
        // What was dragged was not pressed.
        node.addEventListener('click', swallow, { capture: true, once: true });
        setTimeout(() => node.removeEventListener('click', swallow, { capture: true }));
      } else if (tapped && event.timeStamp - tapped.timeStamp < double.time) {
        const isNear = Math.hypot(event.clientX - tapped.clientX, event.clientY - tapped.clientY) < double.distance;
        tapped = null;
        if (isNear) pressTwice(event);
      } else tapped = event;
    };
    const swallow = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };

    /** Nearer around the place that was pressed; a press on an event is the event's. */
    const pressTwice = (event: PointerEvent) => {
      if ((event.target as Element).closest('a, button, [role="gridcell"]')) return;
      zoomAt(event.clientX, event.shiftKey ? 1 / double.factor : double.factor);
    };

    const turn = (event: WheelEvent) => {
      halt();
      if (isSideways(event) && !event.ctrlKey) {
        event.preventDefault();
        moveAlong(event.deltaX || event.deltaY, event.timeStamp);
        return;
      }
      if (!event.ctrlKey && !event.metaKey && !node.contains(document.activeElement)) return;
      event.preventDefault();
      // Two fingers on a trackpad report small steps with Ctrl held; a mouse reports large ones.
      const unit = [0.002, 0.05, 1][event.deltaMode] ?? 1;
      const power = -event.deltaY * unit * (event.ctrlKey ? 10 : 1);
      zoomAt(event.clientX, 2 ** Math.min(Math.max(power, -mostPerTurn), mostPerTurn));
    };

    node.addEventListener('pointerdown', press);
    node.addEventListener('pointermove', move);
    node.addEventListener('pointerup', lift);
    node.addEventListener('pointercancel', lift);
    node.addEventListener('wheel', turn, { passive: false });
    node.addEventListener('keydown', halt, { capture: true });
    return () => {
      halt();
      cancelAnimationFrame(frame);
      node.removeEventListener('pointerdown', press);
      node.removeEventListener('pointermove', move);
      node.removeEventListener('pointerup', lift);
      node.removeEventListener('pointercancel', lift);
      node.removeEventListener('wheel', turn);
      node.removeEventListener('keydown', halt, { capture: true });
    };
  };
}

const isSideways = (event: WheelEvent): boolean => Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey;
