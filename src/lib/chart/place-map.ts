import { readViewBox, type Crop, type Point } from './map-crop.ts';
import { groupMarks, numberMarks, type Group, type Mark, type NumberedMark } from './place-groups.ts';
import { placeLabels, sides, type Box, type Frame, type LabelRequest, type Side } from './place-labels.ts';
import type { StateName } from './states-1990.ts';
import { breakLines, measureText } from './text-width.ts';

/** Widths of the map on screen for which a layout of its own is made, in px. `PlaceMap` has the same steps in CSS. */
export const bands = {
  narrow: { least: 230, most: 479 },
  middle: { least: 480, most: 819 },
  wide: { least: 820, most: 1079 },
  full: { least: 1080, most: 1400 }
} as const;
export type Band = keyof typeof bands;
export const bandNames = Object.keys(bands) as readonly Band[];

/** Screen px. The target is the least that WCAG 2.2 asks for. */
const size = { target: 24, gap: 11, groupGap: 14, label: 15, labelHeight: 22, state: 12, stateHeight: 15 };

/** Least screen px a map px, by rank, before a state is named. */
const nameFrom = { 1: 0.28, 2: 0.55, 3: 1.15 };

/** On a narrow map names would be in each other's way; a few still fit. */
const fewGroups = 3;

/** Letters on a line of a state's name. */
const stateLine = 16;

export interface PlacedGroup<M extends Mark = Mark> {
  readonly id: string;
  /** Per cent of the map's width and height. */
  readonly left: number;
  readonly top: number;
  /** The member whose name stands for the group. */
  readonly lead: M;
  readonly members: readonly NumberedMark<M>[];
  /** The first member's number. */
  readonly number: number;
  readonly others: number;
  /** Id of the first member, where the group begins in the list. */
  readonly anchor: string;
  /** Where its label stands; null where there is no room. */
  readonly side: Side | null;
  readonly isChosen: boolean;
}

export interface PlacedState {
  readonly id: string;
  readonly lines: readonly string[];
  readonly left: number;
  readonly top: number;
}

export interface PlaceLayout<M extends Mark = Mark> {
  readonly band: Band;
  readonly groups: readonly PlacedGroup<M>[];
  readonly states: readonly PlacedState[];
}

/** A map of places, ready to be drawn at every width. */
export interface MapPicture<M extends Mark = Mark> {
  /** The crop, in map px. */
  readonly viewBox: string;
  /** Width divided by height. */
  readonly aspect: number;
  readonly numbered: readonly NumberedMark<M>[];
  readonly layouts: readonly PlaceLayout<M>[];
}

/**
 * Lays out a map of places for every band of widths.
 * @param marks in map px; those outside the crop keep their numbers, so that two crops of one list agree
 * @param viewBox the crop, in map px
 * @param states whose names are written where there is room, in the page's language
 * @param nameOthers how a label says that it stands for so many more places
 */
export function drawPlaces<M extends Mark>(
  marks: readonly M[],
  viewBox: string,
  states: readonly StateName[],
  nameOthers: (label: string, others: number) => string
): MapPicture<M> {
  const { width, height } = readViewBox(viewBox);
  const numbered = numberMarks(marks);
  return {
    viewBox,
    aspect: width / height,
    numbered,
    layouts: bandNames.map((band) => layoutPlaces(numbered, viewBox, states, band, nameOthers))
  };
}

/**
 * Lays out a map of places for one band of widths.
 * @param marks all numbered marks; those outside the crop keep their numbers and are not drawn
 * @param viewBox the crop, in map px
 * @param states whose names are written where there is room, in the page's language
 * @param nameOthers how a label says that it stands for so many more places
 */
export function layoutPlaces<M extends Mark>(
  marks: readonly NumberedMark<M>[],
  viewBox: string,
  states: readonly StateName[],
  band: Band,
  nameOthers: (label: string, others: number) => string
): PlaceLayout<M> {
  const crop = readViewBox(viewBox);
  const frame: Frame = { ...bands[band], aspect: crop.width / crop.height };
  const inside = marks.filter(({ mark }) => isWithin(mark, crop));
  const groups = groupMarks(inside, (size.target / frame.least) * crop.width).map((group) => describe(group, crop));

  const areNamed = band !== 'narrow' || groups.length <= fewGroups;
  const requests = areNamed ? groups.map((group) => requestFor(group, nameOthers)) : [];
  // What is chosen has the first choice, then groups, which say more than one name; then from the west.
  const rankOf = new Map(groups.map(({ id, isChosen, others }) => [id, isChosen ? 0 : others > 0 ? 1 : 2]));
  const labelled = requests.toSorted((a, b) => rankOf.get(a.id)! - rankOf.get(b.id)! || a.at[0]!.x - b.at[0]!.x);
  const named = states
    .filter(({ rank }) => frame.least / crop.width >= nameFrom[rank])
    .sort((a, b) => a.rank - b.rank)
    .map(({ id, name, spots }) => ({
      id,
      lines: breakLines(name, stateLine),
      spots: spots.map((at) => shares(at, crop))
    }));

  const placements = placeLabels(
    [...labelled, ...named.map(({ id, lines, spots }) => requestForState(id, lines, spots))],
    frame,
    groups.map(({ left, top }) => targetBox(left / 100, top / 100))
  );
  return {
    band,
    groups: groups.map((group) => ({ ...group, side: placements.get(group.id)?.side ?? null })),
    states: named.flatMap(({ id, lines }) => {
      const at = placements.get(stateKey(id))?.at;
      return at ? [{ id, lines, left: percent(at.x), top: percent(at.y) }] : [];
    })
  };
}

const stateKey = (id: string) => `state ${id}`;
const percent = (share: number) => Math.round(share * 10_000) / 100;

function isWithin({ x, y }: Point, crop: Crop): boolean {
  return x >= crop.x && x <= crop.x + crop.width && y >= crop.y && y <= crop.y + crop.height;
}

function shares({ x, y }: Point, crop: Crop): Point {
  return { x: (x - crop.x) / crop.width, y: (y - crop.y) / crop.height };
}

function describe<M extends Mark>({ members, ...middle }: Group<M>, crop: Crop): Omit<PlacedGroup<M>, 'side'> {
  const at = shares(middle, crop);
  const chosen = members.filter(({ mark }) => mark.isChosen);
  const speakers = (chosen.length > 0 ? chosen : members).map(({ mark }) => mark);
  const lead = chooseSpeaker(speakers);
  return {
    id: lead.id,
    left: percent(at.x),
    top: percent(at.y),
    lead,
    members,
    number: members[0]!.number,
    anchor: members[0]!.mark.id,
    others: members.length - 1,
    isChosen: chosen.length > 0
  };
}

/**
 * The mark whose name most other names contain, as 'US Embassy, Paris' contains 'Paris'; the shortest where several do.
 * @param marks at least one
 */
function chooseSpeaker<M extends Mark>(marks: readonly M[]): M {
  const ranked = marks.map((mark) => ({
    mark,
    echoes: marks.filter(({ label }) => label.includes(mark.label)).length
  }));
  ranked.sort((a, b) => b.echoes - a.echoes || a.mark.label.length - b.mark.label.length);
  return ranked[0]!.mark;
}

function requestFor(
  { id, left, top, lead, others }: Omit<PlacedGroup, 'side'>,
  nameOthers: (label: string, others: number) => string
): LabelRequest {
  const text = others > 0 ? nameOthers(lead.label, others) : lead.label;
  const at = [{ x: left / 100, y: top / 100 }];
  const gap = others > 0 ? size.groupGap : size.gap;
  return { id, at, width: measureText(text, size.label) + 6, height: size.labelHeight, gap, sides };
}

/** Capitals, and spaced. */
function requestForState(id: string, lines: readonly string[], spots: readonly Point[]): LabelRequest {
  const width = Math.max(...lines.map((line) => measureText(line.toUpperCase(), size.state) + line.length));
  return { id: stateKey(id), at: spots, width, height: lines.length * size.stateHeight, gap: 0, sides: ['centre'] };
}

function targetBox(x: number, y: number): Box {
  return { at: { x, y }, offset: { x: 0, y: 0 }, width: size.target - 4, height: size.target - 4 };
}
