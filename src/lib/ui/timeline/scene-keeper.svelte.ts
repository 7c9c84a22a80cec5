import { admit, goOnFrame, goOnLane, keepLane, reaches } from '#lib/timeline/go-on.ts';
import { layoutAhead, layoutLane } from '#lib/timeline/lane-scene.ts';
import type { LaneScene, View } from '#lib/timeline/marks.ts';
import { firstPace, isRoomy, limitsOf, paceAfter, roomFor, sparesOf } from '#lib/timeline/pace.ts';
import { assemble, layoutFrame, layoutFrameAhead, layoutScene, type Scene } from '#lib/timeline/scene.ts';
import { spanOf, type Viewport } from '#lib/timeline/viewport.ts';
import { differInChoice, type SceneInputs } from './scene-inputs.ts';

/** A view that changed this little ago is moving, in ms. */
const settling = 120;
/** Share of the span that is ready beyond either edge, while the view moves and once it rests. */
const overscan = { moving: 0.25, resting: 0.35 };
/** A part is laid out anew before less than this share of the span is left of what is ready beyond its edges. */
const leftReady = 0.03;
/** Once a view has rested for so long, what is beyond its edges is made ready, a part at a time; in ms. */
const stillness = 400;
/** Between one part that is made ready and the next, in ms. */
const pause = 50;
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
  /** Parts that were laid out for a view that moved, with overscan. */
  #loose = new WeakSet<object>();
  /** Parts that rest, and have marks or ticks ready beyond the edges. */
  #prepared = new WeakSet<object>();
  #isPreparing = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Lanes of which not all that was laid out is drawn yet, and all of it. */
  #whole = new WeakMap<object, LaneScene>();
  #lastFrame = 0;
  /** Whether the view has changed since the last frame, and whether it had in the one before. */
  #hasMoved = false;
  #isSteady = false;
  #pace = firstPace;
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
    const isChoice = viewport === this.#viewport && differInChoice(inputs, this.#inputs);
    clearTimeout(this.#timer);
    const isArrival = this.#inputs.index === null;
    const chosenBefore = this.#inputs.view.chosen;
    const now = performance.now();
    // A hand moves it; so does whoever changes it again at once.
    const isMoving = this.#isHeld || this.#isMoving(now);
    this.#isHeld = false;
    this.#inputs = inputs;
    if (viewport !== this.#viewport) {
      this.#changedAt = now;
      this.#hasMoved = true;
    }
    this.#viewport = viewport;
    if (inputs.index === null) return;
    if (isArrival) {
      // The first scene stands; a part a frame is laid out from the events, so that no task is long.
      this.#follow();
    } else if (isSame && isMoving) {
      // What moves in every frame is laid out as it does, and both are drawn at once; a wheel leaves frames between.
      if (this.#isSteady) this.#advance(now);
      this.#follow();
    } else if (isChoice && this.#parts().every((part) => this.#isExact(part))) this.#layChoice(chosenBefore);
    else this.#layAnew();
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

  /** From now on a view that rests is made ready for a hand. */
  prepare(): void {
    this.#isPreparing = true;
    this.#rest();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#isPreparing = false;
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
    this.#rest();
  }

  /** Another event is chosen: what is drawn stays, but for what has to make room for it in its lane. */
  #layChoice(before: string | null): void {
    const view = this.#view();
    const index = this.#inputs.index!;
    const concerned = [before, view.chosen].map((id) => (id === null ? null : index.find(id)?.event.lane));
    const lanes = this.scene.lanes.map((lane) => {
      if (!concerned.includes(lane.id)) return lane;
      const seen = { ...lane, ahead: [] };
      const laid = layoutLane(index, lane.id, view, lane.top, seen);
      const own = keepLane(goOnLane(laid, seen, view.width), lane);
      this.#inherit(own, lane);
      return own;
    });
    this.scene = assemble(this.scene.frame, this.#stack(lanes));
    this.#rest();
  }

  #rest(): void {
    clearTimeout(this.#timer);
    if (this.#isPreparing) this.#timer = setTimeout(this.#makeReady, stillness);
  }

  readonly #makeReady = (): void => {
    const { index, beams, format } = this.#inputs;
    const part = this.#parts().find((one) => this.#isExact(one) && !this.#prepared.has(one));
    if (index === null || !part) return;
    const view = this.#view(overscan.resting);
    let { frame, lanes } = this.scene;
    if ('items' in part) {
      const ready = layoutAhead(index, part, view);
      this.#prepared.add(ready);
      lanes = lanes.map((lane) => (lane === part ? ready : lane));
    } else {
      frame = layoutFrameAhead(part, beams, view, format);
      this.#prepared.add(frame);
    }
    this.scene = assemble(frame, lanes);
    this.#timer = setTimeout(this.#makeReady, pause);
  };

  /** Stretches those parts of which the picture is most out of shape; the others are scaled until it is their turn. */
  #stretch(most: number): boolean {
    const span = spanOf(this.#viewport);
    const { bent } = limitsOf(this.#pace);
    const parts = this.#parts()
      .map((part) => ({ name: nameOf(part), by: Math.abs(Math.log2(this.stretchOf(part) / span)) }))
      .filter(({ by }) => by > bent)
      .sort((a, b) => b.by - a.by)
      .slice(0, most);
    if (parts.length === 0) return false;
    this.#stretches = { ...this.#stretches, ...Object.fromEntries(parts.map(({ name }) => [name, span])) };
    return true;
  }

  #parts(): (LaneScene | Scene['frame'])[] {
    return [this.scene.frame, ...this.scene.lanes];
  }

  /** Whether a part was laid out for the very view that is seen. */
  #isLaid(part: LaneScene | Scene['frame']): boolean {
    return part.viewport === this.#viewport && part.scale === part.viewport && !this.#loose.has(part);
  }

  #isExact(part: LaneScene | Scene['frame']): boolean {
    return this.#isLaid(part) && !this.#whole.has(part);
  }

  /** How far the view has left what a part was laid out for; from 1 on it is laid out anew. */
  #driftOf(part: LaneScene | Scene['frame']): number {
    const { viewport } = part;
    const span = spanOf(this.#viewport);
    const zoomed = Math.log2(spanOf(viewport) / span);
    const beyond = Math.max(viewport.from - this.#viewport.from, this.#viewport.to - viewport.to) / span;
    const ready = this.#prepared.has(part) ? overscan.resting : this.#loose.has(part) ? overscan.moving : 0;
    const { moved, nearer, farther } = limitsOf(this.#pace);
    const most = Math.min(moved, Math.max(ready - leftReady, 2 * leftReady));
    return Math.max(beyond / most, zoomed > 0 ? zoomed / nearer : -zoomed / farther);
  }

  #follow(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#step);
  }

  readonly #step = (): void => {
    this.#frame = 0;
    const now = performance.now();
    if (!this.#hasMoved) this.#advance(now);
    [this.#isSteady, this.#hasMoved, this.#lastFrame] = [this.#hasMoved, false, now];
    if (this.#isMoving(now) || this.#parts().some((part) => !this.#isExact(part))) this.#follow();
    else {
      this.#lastFrame = 0;
      this.#rest();
    }
  };

  #isMoving(now: number): boolean {
    return now - this.#changedAt < settling;
  }

  /** Lays out the part that is most behind, or draws more of one, if the last frame left room for it. */
  #advance(now: number): void {
    const isMoving = this.#isMoving(now);
    const took = now - this.#lastFrame;
    if (isMoving && took > longFrame && took < 5 * longFrame) return;
    const [late] = this.#parts()
      .filter((part) => (isMoving ? this.#driftOf(part) > 1 : !this.#isLaid(part)))
      .sort((a, b) => this.#driftOf(b) - this.#driftOf(a));
    // With little room in a frame, what is less weighty waits until the view rests.
    const waits = late !== undefined || (isMoving && !isRoomy(this.#pace));
    const unfinished = waits ? null : this.scene.lanes.find((lane) => this.#whole.has(lane));
    if (late) this.#layPart(late, isMoving ? overscan.moving : 0);
    else if (unfinished) this.#drawMore(unfinished);
    const isBusy = Boolean(late ?? unfinished);
    const hasStretched = isMoving && this.#stretch(sparesOf(this.#pace) + (isBusy ? 0 : 1));
    // A frame that only moves the picture says nothing of what another has room for.
    if (isBusy || hasStretched) this.#watch(now);
  }

  /** Learns from how long a frame takes until it is painted how much the next one may add. */
  #watch(begun: number): void {
    const { port1, port2 } = (this.#painted ??= new MessageChannel());
    port1.onmessage = () => (this.#pace = paceAfter(this.#pace, performance.now() - begun));
    port2.postMessage(null);
  }

  #admit(laid: LaneScene, before: LaneScene): LaneScene {
    const admitted = admit(laid, before, roomFor(this.#pace, this.#isMoving(performance.now())));
    if (admitted !== laid) this.#whole.set(admitted, laid);
    return admitted;
  }

  #drawMore(lane: LaneScene): void {
    const more = this.#admit(this.#whole.get(lane)!, lane);
    this.#inherit(more, lane);
    this.scene = assemble(
      this.scene.frame,
      this.scene.lanes.map((other) => (other === lane ? more : other))
    );
  }

  #layPart(part: LaneScene | Scene['frame'], share: number): void {
    const { index, beams, format } = this.#inputs;
    const view = this.#view(share);
    let { frame, lanes } = this.scene;
    // While it moves, what stays in view is not drawn again; at rest each part has the shares of the view.
    const goesOn = share > 0 && reaches(part.scale, this.#viewport);
    if ('items' in part) {
      const own = layoutLane(index!, part.id, view, part.top, this.#whole.get(part) ?? part);
      const laid = this.#admit(goesOn ? goOnLane(own, part, view.width) : own, part);
      if (share > 0) this.#loose.add(laid);
      lanes = this.#stack(lanes.map((lane) => (lane.id === part.id ? laid : lane)));
    } else {
      const own = layoutFrame(beams, view, format);
      frame = goesOn ? goOnFrame(own, part) : own;
      if (share > 0) this.#loose.add(frame);
    }
    // What is drawn anew is stretched with it.
    this.#stretches = { ...this.#stretches, [nameOf(part)]: spanOf(view.viewport) };
    this.scene = assemble(frame, lanes);
  }

  /** A lane that takes another's place was laid out for as much. */
  #inherit(own: LaneScene, from: LaneScene): void {
    for (const flag of [this.#loose, this.#prepared]) if (flag.has(from)) flag.add(own);
  }

  /** Lanes one under another: one that grew moves those below it. */
  #stack(lanes: readonly LaneScene[]): LaneScene[] {
    let { top } = lanes[0]!;
    return lanes.map((lane) => {
      const own = lane.top === top ? lane : { ...lane, top };
      this.#inherit(own, lane);
      const whole = this.#whole.get(lane);
      if (whole) this.#whole.set(own, { ...whole, top });
      top += lane.height;
      return own;
    });
  }
}

const nameOf = (part: LaneScene | Scene['frame']): string => ('items' in part ? part.id : 'frame');
