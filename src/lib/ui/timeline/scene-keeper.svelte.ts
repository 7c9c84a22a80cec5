import type { EventIndex } from '#lib/timeline/event-index.ts';
import { goOnFrame, goOnLane, reaches } from '#lib/timeline/go-on.ts';
import { layoutLane } from '#lib/timeline/lane-scene.ts';
import type { Count, LaneScene, Mark, View } from '#lib/timeline/marks.ts';
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
const drift = 0.12;
/** Share of the span that a moving view has ready beyond either edge. */
const overscan = 0.18;
/** New items that a frame has room for, on a small machine and on a large one; the weightier ones come first. */
const mostNew = { least: 1, first: 3, most: 16 };
/** What a frame may take until it is painted, in ms: less leaves room for more, more for less. */
const frameRoom = { spare: 5, full: 8 };
/** Parts of which a frame stretches the boxes while the view is zoomed; the others are scaled until it is their turn. */
const mostStretched = 2;
/** A view that did not change for so long has no hand that moves it, though it may yet come back; in ms. */
const fewFrames = 30;
/** After a frame as long as this nothing is laid out, in ms: the browser is busy enough. */
const longFrame = 28;

/**
 * Keeps the scene of a view on two clocks. While the view moves, every frame only moves and stretches
 * what was laid out; laying out follows, part by part, as far as a frame has room for it.
 */
export class SceneKeeper {
  scene: Scene;
  /** By lane, or 'frame': the span that the boxes of a part were stretched to, where it is not that of their shares. */
  #stretches: Readonly<Record<string, number>> = $state.raw({});
  readonly #kept: () => string | null;
  #inputs: SceneInputs;
  #viewport: Viewport;
  #changedAt = -Infinity;
  #isHeld = false;
  #frame = 0;
  /** Parts that were laid out with overscan. */
  #loose = new WeakSet<object>();
  /** Lanes of which not all that was laid out is drawn yet. */
  #pending = new WeakSet<object>();
  #lastAdvance = 0;
  #mostNew = mostNew.first;
  /** Tells when a frame was painted; made for the first view that moves, and never on the server. */
  #painted: MessageChannel | null = null;

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
    const isArrival = this.#inputs.index === null;
    const now = performance.now();
    // A hand moves it; so does whoever changes it again at once.
    const isMoving = this.#isHeld || this.#isMoving(now);
    this.#isHeld = false;
    this.#inputs = inputs;
    if (viewport !== this.#viewport) this.#changedAt = now;
    this.#viewport = viewport;
    if (inputs.index === null) return;
    if (isArrival) {
      // The first scene stands; a part a frame is laid out from the events, so that no task is long.
      this.#follow();
    } else if (isSame && isMoving) {
      this.#stretch();
      this.#advance(now);
      this.#follow();
    } else this.#layAnew();
  }

  /** The span that the boxes of a part are stretched to, in ms. */
  stretchOf(part: LaneScene | Scene['frame']): number {
    return this.#stretches[nameOf(part)] ?? spanOf(part.scale);
  }

  /** The next view comes from a hand that moves it, however long a frame takes. */
  hold(): void {
    this.#isHeld = true;
  }

  /** Lays all of it out for where the view is now: for who asks what it shows. */
  settle(): void {
    if (this.#inputs.index !== null && this.#parts().some((part) => !this.#isExact(part))) this.#layAnew();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#painted?.port1.close();
  }

  #view(share = 0): View {
    return { ...this.#inputs.view, viewport: this.#viewport, kept: this.#kept(), overscan: share };
  }

  #layAll(): Scene {
    const { index, beams, format } = this.#inputs;
    if (index === null) throw new Error('a scene needs events, or a first scene');
    return layoutScene(index, beams, this.#view(), format);
  }

  #layAnew(): void {
    this.scene = this.#layAll();
    this.#stretches = {};
  }

  /** Stretches those parts of which the picture is most out of shape. */
  #stretch(): void {
    const span = spanOf(this.#viewport);
    const bent = this.#parts()
      .map((part) => ({ name: nameOf(part), by: Math.abs(Math.log2(this.stretchOf(part) / span)) }))
      .filter(({ by }) => by > 0)
      .sort((a, b) => b.by - a.by)
      .slice(0, mostStretched);
    if (bent.length === 0) return;
    this.#stretches = { ...this.#stretches, ...Object.fromEntries(bent.map(({ name }) => [name, span])) };
  }

  #parts(): (LaneScene | Scene['frame'])[] {
    return [this.scene.frame, ...this.scene.lanes];
  }

  #isExact(part: LaneScene | Scene['frame']): boolean {
    return (
      part.viewport === this.#viewport &&
      part.scale === part.viewport &&
      !this.#loose.has(part) &&
      !this.#pending.has(part)
    );
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

  readonly #step = (): void => {
    this.#frame = 0;
    const now = performance.now();
    // A hand that moves the view takes the next step itself, and both are drawn at once.
    if (now - this.#changedAt > fewFrames) this.#advance(now);
    if (this.#isMoving(now) || this.#parts().some((part) => !this.#isExact(part))) this.#follow();
    else this.#lastAdvance = 0;
  };

  #isMoving(now: number): boolean {
    return now - this.#changedAt < settling;
  }

  /** Lays out the part that is most behind, if the last frame left room for it. */
  #advance(now: number): void {
    const isMoving = this.#isMoving(now);
    const took = now - this.#lastAdvance;
    this.#lastAdvance = now;
    if (isMoving && took > longFrame && took < 5 * longFrame) return;
    const late = this.#parts()
      .filter((part) => (isMoving ? this.#driftOf(part) > drift || this.#pending.has(part) : !this.#isExact(part)))
      .sort((a, b) => this.#driftOf(b) - this.#driftOf(a));
    if (!late[0]) return;
    this.#layPart(late[0], isMoving ? overscan : 0);
    this.#watch(now);
  }

  /** Learns from how long a frame takes until it is painted how much the next one may add. */
  #watch(begun: number): void {
    const { port1, port2 } = (this.#painted ??= new MessageChannel());
    port1.onmessage = () => {
      const took = performance.now() - begun;
      if (took > frameRoom.full) this.#mostNew = Math.max(mostNew.least, Math.floor(this.#mostNew / 2));
      else if (took < frameRoom.spare) this.#mostNew = Math.min(mostNew.most, this.#mostNew + 1);
    };
    port2.postMessage(null);
  }

  /** What was drawn stays; of what is new no more comes than a frame has room for, and the rest is pending. */
  #admit(laid: LaneScene, before: LaneScene): LaneScene {
    const fresh = laid.items.filter(({ id }) => !before.items.some((item) => item.id === id));
    if (fresh.length <= this.#mostNew) return laid;
    const weight = (item: Mark | Count) => (item.type === 'count' ? 0 : item.significance);
    const waiting = fresh.sort((a, b) => weight(b) - weight(a)).slice(this.#mostNew);
    const admitted = { ...laid, items: laid.items.filter((item) => !waiting.includes(item)) };
    this.#pending.add(admitted);
    return admitted;
  }

  #layPart(part: LaneScene | Scene['frame'], share: number): void {
    const { index, beams, format } = this.#inputs;
    const view = this.#view(share);
    let { frame, lanes } = this.scene;
    // While it moves, what stays in view is not drawn again; at rest each part has the shares of the view.
    const goesOn = share > 0 && reaches(part.scale, this.#viewport);
    if ('items' in part) {
      const own = layoutLane(index!, part.id, view, part.top);
      const laid = this.#admit(goesOn ? goOnLane(own, part) : own, part);
      if (share > 0) this.#loose.add(laid);
      lanes = this.#stack(lanes.map((lane) => (lane.id === part.id ? laid : lane)));
    } else {
      const own = layoutFrame(beams, view, format);
      frame = goesOn ? goOnFrame(own, part) : own;
      if (share > 0) this.#loose.add(frame);
    }
    if (!goesOn) {
      const own = nameOf(part);
      this.#stretches = Object.fromEntries(Object.entries(this.#stretches).filter(([name]) => name !== own));
    }
    this.scene = assemble(frame, lanes);
  }

  /** Lanes one under another: one that grew moves those below it. */
  #stack(lanes: readonly LaneScene[]): LaneScene[] {
    let { top } = lanes[0]!;
    return lanes.map((lane) => {
      const own = lane.top === top ? lane : { ...lane, top };
      for (const flag of [this.#loose, this.#pending]) if (flag.has(lane)) flag.add(own);
      top += lane.height;
      return own;
    });
  }
}

const nameOf = (part: LaneScene | Scene['frame']): string => ('items' in part ? part.id : 'frame');
