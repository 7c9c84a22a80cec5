import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from 'd3-zoom';
import type { Attachment } from 'svelte/attachments';
import { shortestSpan, spanOf, type Viewport } from '#lib/timeline/viewport.ts';

interface ZoomSurface {
  readonly bounds: Viewport;
  /** The view as it is; read again whenever it changes from elsewhere. */
  readonly viewport: () => Viewport;
  readonly onview: (viewport: Viewport) => void;
}

/** One turn of a wheel zooms by no more than this power of two, whatever the mouse reports. */
const mostPerTurn = 0.5;
/** How far a finger strays while it means to press or to scroll, in px. */
const slop = 6;

/**
 * Drag, pinch and wheel over the time area, by d3-zoom. The wheel belongs to the page until a
 * modifier is held or the timeline has the focus; a sideways wheel always moves along. So does
 * one finger, by pointer events: d3-zoom would keep up and down from scrolling the page.
 */
export function zoomSurface({ bounds, viewport, onview }: ZoomSurface): Attachment<HTMLElement> {
  return (node) => {
    const area = select(node);
    let width = node.clientWidth;
    let isOurs = false;

    const toTransform = (view: Viewport): ZoomTransform => {
      const k = spanOf(bounds) / spanOf(view);
      const left = ((view.from - bounds.from) / spanOf(bounds)) * width;
      return zoomIdentity.scale(k).translate(-left, 0);
    };
    const toViewport = ({ k, x }: ZoomTransform): Viewport => {
      const span = spanOf(bounds) / k;
      const from = bounds.from + (-x / k / width) * spanOf(bounds);
      return { from, to: from + span };
    };

    const behaviour = zoom<HTMLElement, unknown>()
      .scaleExtent([1, spanOf(bounds) / shortestSpan])
      .extent(() => [
        [0, 0],
        [width, 1]
      ])
      .filter((event: MouseEvent | WheelEvent | TouchEvent) => {
        if (event.type === 'wheel') {
          const isHeld = event.ctrlKey || event.metaKey || node.contains(document.activeElement);
          return isHeld && !isSideways(event as WheelEvent);
        }
        if ('touches' in event) return event.touches.length > 1;
        return !event.ctrlKey && !('button' in event && event.button !== 0);
      })
      .wheelDelta((event) => {
        // Two fingers on a trackpad report small steps with Ctrl held; a mouse reports large ones.
        const unit = [0.002, 0.05, 1][event.deltaMode] ?? 1;
        const power = -event.deltaY * unit * (event.ctrlKey ? 10 : 1);
        return Math.min(Math.max(power, -mostPerTurn), mostPerTurn);
      })
      .on('start', (event: D3ZoomEvent<HTMLElement, unknown>) => {
        if (event.sourceEvent) node.dataset.moving = '';
      })
      .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => {
        if (isOurs || !event.sourceEvent) return;
        onview(toViewport(event.transform));
      })
      .on('end', () => delete node.dataset.moving);

    const constrain = () =>
      behaviour.translateExtent([
        [0, -Infinity],
        [width, Infinity]
      ]);

    /** Tells d3-zoom of a view that came from a button, a key or the address. */
    const adopt = () => {
      isOurs = true;
      area.call(behaviour.transform, toTransform(viewport()));
      isOurs = false;
    };

    const moveAlong = (pixels: number) => {
      const view = viewport();
      const shift = (pixels / width) * spanOf(view);
      onview({ from: view.from + shift, to: view.to + shift });
    };

    const slide = (event: WheelEvent) => {
      if (!isSideways(event) || event.ctrlKey) return;
      event.preventDefault();
      moveAlong(event.deltaX || event.deltaY);
    };

    /** The one finger that is down, and where it was last. It moves the picture once it clearly goes sideways. */
    let finger: { id: number; x: number; y: number; isMoving: boolean } | null = null;
    const touch = (event: PointerEvent) => {
      if (event.pointerType !== 'touch') return;
      finger = event.isPrimary ? { id: event.pointerId, x: event.clientX, y: event.clientY, isMoving: false } : null;
    };
    const glide = (event: PointerEvent) => {
      if (finger?.id !== event.pointerId) return;
      const shift = finger.x - event.clientX;
      finger.isMoving ||= Math.abs(shift) > slop && Math.abs(shift) > Math.abs(finger.y - event.clientY);
      if (!finger.isMoving) return;
      moveAlong(shift);
      finger.x = event.clientX;
    };
    const lift = (event: PointerEvent) => {
      if (finger?.id === event.pointerId) finger = null;
    };

    constrain();
    area.call(behaviour).on('dblclick.zoom', null);
    node.addEventListener('wheel', slide, { passive: false });
    node.addEventListener('pointerdown', touch);
    node.addEventListener('pointermove', glide);
    node.addEventListener('pointerup', lift);
    // The browser cancels the finger when it scrolls the page.
    node.addEventListener('pointercancel', lift);
    // What moved the view last may be a button: every gesture begins from the view as it is.
    node.addEventListener('pointerdown', adopt, { capture: true });
    node.addEventListener('touchstart', adopt, { capture: true, passive: true });
    node.addEventListener('wheel', adopt, { capture: true, passive: true });
    const observer = new ResizeObserver(() => {
      width = node.clientWidth;
      constrain();
      adopt();
    });
    observer.observe(node);

    return () => {
      observer.disconnect();
      node.removeEventListener('wheel', slide);
      node.removeEventListener('pointerdown', touch);
      node.removeEventListener('pointermove', glide);
      node.removeEventListener('pointerup', lift);
      node.removeEventListener('pointercancel', lift);
      node.removeEventListener('pointerdown', adopt, { capture: true });
      node.removeEventListener('touchstart', adopt, { capture: true });
      node.removeEventListener('wheel', adopt, { capture: true });
      area.on('.zoom', null);
    };
  };
}

const isSideways = (event: WheelEvent): boolean => Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey;
