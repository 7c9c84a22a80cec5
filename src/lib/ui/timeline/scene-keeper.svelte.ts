import { flushSync } from 'svelte';
import type { EventIndex } from '#lib/timeline/event-index.ts';
import { layoutLane } from '#lib/timeline/lane-scene.ts';
import type { LaneScene, View } from '#lib/timeline/marks.ts';
import { assemble, layoutFrame, layoutScene, type Scene, type TimelineBeam } from '#lib/timeline/scene.ts';
import type { TickFormat } from '#lib/timeline/ticks.ts';
import { spanOf, type Viewport } from '#lib/timeline/viewport.ts';

/** What a scene is made of, but for the stretch that is seen. */
export interface SceneInputs {
  /** Null while it is being built: the first scene stands until then. */
  readonly index: EventIndex | null;
  readonly beams: readonly TimelineBeam[];
  readonly view: Omit<View, 'viewport' | 'kept' | 'overscan'>;
  readonly format: TickFormat;
}

/** A view that changed this little ago is moving, in ms. */
const settling = 120;
/** A part is laid out anew once the view has moved by this share of its width, or was stretched by as much. */
const drift = 0.08;
/** Share of the span that a moving view has ready beyond either edge. */
const overscan = 0.125;
/** Time in a frame for laying out, in ms: what is left of it is the browser's. */
const budget = 4;

/**
 * Keeps the scene of a view on two clocks. While the view moves, every frame only moves and stretches
 * what was laid out; laying out follows, part by part, as far as a frame has room for it.
 */
export class SceneKeeper {
  scene: Scene;
  readonly #kept: () => string | null;
  #inputs: SceneInputs;
  #viewport: Viewport;
  #changedAt = -Infinity;
  #frame = 0;
  /** Parts that were laid out with overscan. */
  #loose = new WeakSet<object>();

  /** @param kept the event that has the focus: it stays drawn while it is in view */
  constructor(inputs: SceneInputs, viewport: Viewport, kept: () => string | null, first: Scene | null) {
    this.#inputs = inputs;
    this.#viewport = viewport;
    this.#kept = kept;
    this.scene = $state.raw(first ?? this.#layAll());
  }

  /** Takes what is to be shown now. What is shown in another way is laid out at once, what only moves follows. */
  take(inputs: SceneInputs, viewport: Viewport): void {
    const isSame = inputs === this.#inputs;
    if (isSame && viewport === this.#viewport) return;
    const now = performance.now();
    const isMoving = now - this.#changedAt < settling;
    this.#inputs = inputs;
    if (viewport !== this.#viewport) this.#changedAt = now;
    this.#viewport = viewport;
    if (inputs.index === null) return;
    if (isSame && isMoving) this.#follow();
    else this.scene = this.#layAll();
  }

  /** Lays all of it out for where the view is now: for who asks what it shows. */
  settle(): void {
    if (this.#inputs.index !== null && this.#parts().some((part) => !this.#isExact(part))) this.scene = this.#layAll();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #view(share = 0): View {
    return { ...this.#inputs.view, viewport: this.#viewport, kept: this.#kept(), overscan: share };
  }

  #layAll(): Scene {
    const { index, beams, format } = this.#inputs;
    if (index === null) throw new Error('a scene needs events, or a first scene');
    return layoutScene(index, beams, this.#view(), format);
  }

  #parts(): (LaneScene | Scene['frame'])[] {
    return [this.scene.frame, ...this.scene.lanes];
  }

  #isExact(part: LaneScene | Scene['frame']): boolean {
    return part.viewport === this.#viewport && !this.#loose.has(part);
  }

  /** How far a part has drifted from the view, as a share of what is seen. */
  #driftOf({ viewport }: { readonly viewport: Viewport }): number {
    const span = spanOf(this.#viewport);
    return Math.max(
      Math.abs(viewport.from - this.#viewport.from) / span,
      Math.abs(viewport.to - this.#viewport.to) / span,
      Math.abs(Math.log2(spanOf(viewport) / span))
    );
  }

  #follow(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#step);
  }

  readonly #step = (begun: number): void => {
    this.#frame = 0;
    const isMoving = performance.now() - this.#changedAt < settling;
    const late = this.#parts()
      .filter((part) => (isMoving ? this.#driftOf(part) > drift : !this.#isExact(part)))
      .sort((a, b) => this.#driftOf(b) - this.#driftOf(a));
    const until = Math.max(begun, performance.now()) + budget;
    for (const part of late) {
      this.#layPart(part, isMoving ? overscan : 0);
      // What the browser's tree costs belongs to the frame's time too.
      flushSync();
      if (performance.now() > until) break;
    }
    if (isMoving || this.#parts().some((part) => !this.#isExact(part))) this.#follow();
  };

  #layPart(part: LaneScene | Scene['frame'], share: number): void {
    const { index, beams, format } = this.#inputs;
    const view = this.#view(share);
    let { frame, lanes } = this.scene;
    if ('items' in part) {
      const laid = layoutLane(index!, part.id, view, part.top);
      if (share > 0) this.#loose.add(laid);
      lanes = stack(lanes.map((lane) => (lane.id === part.id ? laid : lane)));
    } else {
      frame = layoutFrame(beams, view, format);
      if (share > 0) this.#loose.add(frame);
    }
    this.scene = assemble(frame, lanes);
  }
}

/** Lanes one under another: one that grew moves those below it. */
function stack(lanes: readonly LaneScene[]): LaneScene[] {
  let { top } = lanes[0]!;
  return lanes.map((lane) => {
    const own = lane.top === top ? lane : { ...lane, top };
    top += lane.height;
    return own;
  });
}
