import { scalePoint } from 'd3-scale';
import { arc } from 'd3-shape';
import type { Council } from '../model/council.ts';
import type { Point } from './map-crop.ts';
import { castVotes, tallyVotes, type CastVote, type Tally } from './roll-call.ts';

/** On which side of its point a seat's name stands: after it, before it, or above it. */
export type NameSide = 'after' | 'before' | 'above';

export interface Seat {
  /** Per cent of the picture's width and height. */
  readonly left: number;
  readonly top: number;
  /** Where the name touches the seat, in per cent as well. */
  readonly nameLeft: number;
  readonly nameTop: number;
  readonly nameSide: NameSide;
}

export interface SeatPlan {
  readonly size: { readonly width: number; readonly height: number };
  /** In seat order. */
  readonly seats: readonly Seat[];
  /** The table, as an SVG path in the picture's px. */
  readonly table: string;
}

/** One vote of a council, ready to be drawn. */
export interface VotePicture extends Omit<SeatPlan, 'seats'> {
  /** Where the table's path has its origin, in the picture's px. */
  readonly tableMiddle: Point;
  /** In seat order. */
  readonly seats: readonly (Seat & CastVote)[];
  readonly tally: readonly Tally[];
}

/** The picture's own px, at which names and seats have room; it may grow from there. */
const picture = { width: 736, height: 424, middle: { x: 368, y: 290 } };
const radius = { tableInner: 138, tableOuter: 166, seat: 205, name: 243, nameAbove: 232 };
/** From straight up, in radians: the table is open towards the reader. */
const reach = (118 / 180) * Math.PI;
/** Names of seats closer to the top than this stand above them. */
const top = (22 / 180) * Math.PI;

/**
 * Seats a council around its horseshoe table, from the left end clockwise. Seats stand in the order in which they are
 * given, alphabetical as the Council's are: permanent members have no places of their own. In the chamber the order moves on
 * by one seat each month.
 * @param count how many seats, two or more
 */
export function planSeats(count: number): SeatPlan {
  const angle = scalePoint<number>([...Array(count).keys()], [-reach, reach]);
  const seats = angle.domain().map((index) => {
    const turn = angle(index) ?? 0;
    const seat = share(onCircle(turn, radius.seat));
    const isAbove = Math.abs(turn) < top;
    const beside = onCircle(turn, isAbove ? radius.nameAbove : radius.name);
    // Below the middle of the circle a name stands level with its seat, not under it.
    const name = share({ x: beside.x, y: Math.min(beside.y, onCircle(turn, radius.seat).y) });
    const nameSide: NameSide = isAbove ? 'above' : turn < 0 ? 'before' : 'after';
    return { left: seat.x, top: seat.y, nameLeft: name.x, nameTop: name.y, nameSide };
  });
  const overhang = reach + 0.12;
  const table = arc()({
    innerRadius: radius.tableInner,
    outerRadius: radius.tableOuter,
    startAngle: -overhang,
    endAngle: overhang
  });
  return { size: { width: picture.width, height: picture.height }, seats, table: table ?? '' };
}

/**
 * Seats a council and says how each seat voted.
 * @param rollCall id of one of the council's roll calls
 * @throws when a member has no vote under that id
 */
export function drawCouncilVote(council: Council, rollCall: string): VotePicture {
  const cast = castVotes(council, rollCall);
  const { size, seats, table } = planSeats(cast.length);
  return {
    size,
    table,
    tableMiddle: picture.middle,
    seats: seats.map((seat, index) => ({ ...seat, ...cast[index]! })),
    tally: tallyVotes(cast)
  };
}

function onCircle(turn: number, distance: number): Point {
  return { x: picture.middle.x + Math.sin(turn) * distance, y: picture.middle.y - Math.cos(turn) * distance };
}

function share({ x, y }: Point): Point {
  const percent = (part: number, whole: number) => Math.round((part / whole) * 10_000) / 100;
  return { x: percent(x, picture.width), y: percent(y, picture.height) };
}
