import { brushX, type D3BrushEvent } from 'd3-brush';
import { pointer, select } from 'd3-selection';
import type { Attachment } from 'svelte/attachments';
import { clampViewport, spanOf, type Viewport } from '#lib/timeline/viewport.ts';

interface BrushStrip {
  /** The stretch that the strip shows from end to end. */
  readonly bounds: Viewport;
  readonly width: () => number;
  readonly height: number;
  readonly onview: (viewport: Viewport) => void;
}

/** A window narrower than this cannot be taken hold of, in px. */
const narrowest = 10;

/** A window on the strip, by d3-brush: drawn, moved along, stretched at either end. */
export function brushStrip({ bounds, width, height, onview }: BrushStrip) {
  let isHeld = false;
  let shown: Viewport = bounds;
  let draw = () => {};

  const attach: Attachment<SVGGElement> = (node) => {
    const group = select(node);
    const time = (x: number) => bounds.from + (x / width()) * spanOf(bounds);
    /** What the window was drawn as; a hand's own move makes that untrue. */
    let drawn = { from: NaN, width: NaN, strip: NaN };
    const behaviour = brushX<unknown>()
      .extent((): [[number, number], [number, number]] => [
        [0, 0],
        [width(), height]
      ])
      .on('start', (event: D3BrushEvent<unknown>) => {
        if (event.sourceEvent) isHeld = true;
      })
      .on('brush', (event: D3BrushEvent<unknown>) => {
        if (!event.sourceEvent || !event.selection) return;
        const [from, to] = event.selection as [number, number];
        // A window that is only moved keeps its span, though it may be drawn wider than it is.
        const span = event.mode === 'drag' ? spanOf(shown) : time(to) - time(from);
        const middle = (time(from) + time(to)) / 2;
        onview(clampViewport({ from: middle - span / 2, to: middle + span / 2 }, bounds));
      })
      .on('end', (event: D3BrushEvent<unknown>) => {
        // Drawing the window ends with this event too.
        if (!event.sourceEvent) return;
        isHeld = false;
        drawn = { from: NaN, width: NaN, strip: width() };
        // A press beside the window brings it there.
        if (!event.selection) {
          const middle = time(pointer(event.sourceEvent, node)[0]);
          onview(clampViewport({ from: middle - spanOf(shown) / 2, to: middle + spanOf(shown) / 2 }, bounds));
        }
        draw();
      });

    draw = () => {
      if (isHeld || width() === 0) return;
      if (drawn.strip !== width()) group.call(behaviour);
      const at = (instant: number) => ((instant - bounds.from) / spanOf(bounds)) * width();
      const own = Math.max(at(shown.to) - at(shown.from), narrowest);
      const from = Math.min(Math.max((at(shown.from) + at(shown.to) - own) / 2, 0), width() - own);
      // A view that moves moves it by less than can be seen in most frames.
      const isSame = Math.abs(from - drawn.from) < 0.25 && Math.abs(own - drawn.width) < 0.25;
      if (isSame && drawn.strip === width()) return;
      drawn = { from, width: own, strip: width() };
      group.call(behaviour.move, [from, from + own]);
    };
    draw();
    return () => {
      draw = () => {};
      group.on('.brush', null).selectChildren().remove();
    };
  };

  return {
    attach,
    /** Draws the window for a view that came from elsewhere, or for a strip of another width. */
    show(viewport: Viewport) {
      shown = viewport;
      draw();
    }
  };
}
