import type { LaneId } from '../model/lane.ts';
import { labelWidth } from '../timeline/label-width.ts';
import { laneShapes } from '../timeline/lane-shapes.ts';
import { metrics, type Count, type LaneScene, type Mark } from '../timeline/marks.ts';
import type { Scene } from '../timeline/scene.ts';

/** What a picture of a scene is drawn with, beside the scene. */
export interface Picture {
  readonly scene: Scene;
  /** Width of the time area that the scene was laid out for, in px. */
  readonly width: number;
  /** What it shows, for those who do not see it, and as the file's title. */
  readonly title: string;
  readonly lanes: ReadonlyMap<LaneId, string>;
  /** The line at the foot: whose it is, which stretch, where it is found. */
  readonly source: string;
  readonly colours: Colours;
}

/** CSS colours. */
export interface Colours {
  readonly ground: string;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly lanes: Readonly<Record<LaneId, string>>;
}

/** The light theme of `tokens.css`, for paper and slides. */
export const lightColours: Colours = {
  ground: '#fffdf8',
  ink: '#1d2329',
  soft: '#565f68',
  rule: '#ddd6c7',
  accent: '#9c2f1f',
  onAccent: '#fffdf8',
  lanes: {
    un: '#1e6091',
    superpowers: '#6d3f86',
    europe: '#2c6e49',
    region: '#9a5209',
    military: '#5c5346'
  }
};

/** Room for the lanes' names before the time area, and around the picture, in px. */
const gutter = 150;
const margin = 16;
const foot = 30;
const sans = "'Source Sans 3 Variable', 'Source Sans 3', 'Source Sans Pro', sans-serif";
const serif = "'Source Serif 4 Variable', 'Source Serif 4', serif";

/** A scene as an SVG document of its own, with its words as words. */
export function toSvg({ scene, width, title, lanes, source, colours }: Picture): string {
  const [wide, high] = [gutter + width + 2 * margin, scene.height + foot + 2 * margin];
  const bodies = scene.lanes.map((lane) => drawLane(lane, width, lanes.get(lane.id) ?? '', colours));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(wide)}" height="${round(high)}" viewBox="0 0 ${round(wide)} ${round(high)}" role="img" aria-labelledby="title" font-family="${sans}" font-size="15" fill="${colours.ink}">`,
    `<title id="title">${escape(title)}</title>`,
    `<rect width="100%" height="100%" fill="${colours.ground}"/>`,
    `<clipPath id="area"><rect width="${round(width)}" height="${round(scene.height)}"/></clipPath>`,
    `<g transform="translate(${margin + gutter} ${margin})">`,
    ...scene.lanes.map((lane) => ground(lane, width, colours)),
    ...drawAxis(scene, width, colours),
    ...bodies.flat(),
    ...drawPills(scene, width, colours),
    '</g>',
    text(margin, high - margin, source, `font-size="13" fill="${colours.soft}"`),
    '</svg>',
    ''
  ].join('\n');
}

const ground = ({ id, top, height }: LaneScene, width: number, { lanes }: Colours): string =>
  `<rect x="${-gutter}" y="${round(top + 1)}" width="${round(width + gutter)}" height="${round(height - 2)}" fill="${lanes[id]}" fill-opacity="0.06"/>`;

function drawAxis({ frame, height }: Scene, width: number, colours: Colours): string[] {
  const [top, bottom] = [metrics.axisHeight - 8, height];
  const line = (x: number, colour: string, more = '') =>
    `<line x1="${round(x)}" x2="${round(x)}" y1="${top}" y2="${round(bottom)}" stroke="${colour}"${more}/>`;
  return [
    ...frame.axis.minor.map(({ x }) => line(x * width, colours.rule, ' stroke-opacity="0.6"')),
    ...frame.axis.major
      .filter(({ isStart }) => isStart)
      .map(({ x }) => line(x * width, colours.soft, ' stroke-opacity="0.4"')),
    ...frame.beams.map(({ x }) => line(x * width, colours.accent, ' stroke-width="2" stroke-dasharray="2 3"')),
    ...frame.axis.minor.map(({ labelX, label }) =>
      text(labelX * width, 46, label, `font-size="13" text-anchor="middle" fill="${colours.soft}"`)
    ),
    ...frame.axis.major.map(({ labelX, label }) =>
      text(labelX * width + 6, 23, label, `font-family="${serif}" font-size="16" font-weight="600"`)
    )
  ];
}

function drawLane(lane: LaneScene, width: number, name: string, colours: Colours): string[] {
  const colour = colours.lanes[lane.id];
  const items = lane.items.map((item) =>
    item.type === 'count' ? drawCount(item, width, colour, colours) : drawMark(item, lane.id, width, colour, colours)
  );
  return [
    `<g transform="translate(${12 - gutter} ${round(lane.top + 9)})"><path d="${laneShapes[lane.id]}" fill="${colour}"/></g>`,
    text(30 - gutter, lane.top + 21, name, `font-weight="600" fill="${colour}"`),
    `<g transform="translate(0 ${round(lane.top)})" clip-path="url(#area)">`,
    ...items,
    '</g>'
  ];
}

function drawMark(mark: Mark, lane: LaneId, width: number, colour: string, colours: Colours): string {
  const x = mark.x * width;
  const isBold = mark.significance === 3 || mark.shape === 'bar' || mark.isChosen;
  const label = text(
    x + mark.labelShift,
    mark.top + 18,
    fit(mark.label, mark.labelWidth, isBold),
    `${held(fit(mark.label, mark.labelWidth, isBold), isBold)}${isBold ? ' font-weight="600"' : ''}`
  );
  const shape =
    mark.shape === 'dot'
      ? `<g transform="translate(${round(x - 6)} ${round(mark.top + 7)})"><path d="${laneShapes[lane]}" fill="${colour}"${mark.isVague ? ' fill-opacity="0.6"' : ''}/></g>`
      : bar(mark, x, mark.barWidth * width, colour);
  const vague = mark.shape === 'dot' && mark.isVague ? text(x - 14, mark.top + 12, '~', `fill="${colour}"`) : '';
  const ring = mark.isChosen
    ? `<rect x="${round(x + mark.labelShift - 4)}" y="${round(mark.top)}" width="${round(mark.labelWidth + 8)}" height="26" rx="5" fill="${colours.ground}" stroke="${colours.ink}" stroke-width="2"/>`
    : '';
  return `<g>${shape}${vague}${ring}${label}</g>`;
}

function bar({ shape, top, isCutBefore, isVague }: Mark, x: number, width: number, colour: string): string {
  const isExtent = shape === 'extent';
  const dashes = isExtent ? ' stroke-dasharray="4 3"' : '';
  const box = `<rect x="${round(x)}" y="${round(top + 2)}" width="${round(Math.max(width, 3))}" height="22" rx="4" fill="${colour}" fill-opacity="${isExtent ? 0.1 : 0.24}"${isExtent ? ` stroke="${colour}"${dashes}` : ''}/>`;
  const edge =
    isExtent || isCutBefore
      ? ''
      : `<line x1="${round(x + 1.5)}" x2="${round(x + 1.5)}" y1="${round(top + 2)}" y2="${round(top + 24)}" stroke="${colour}" stroke-width="3"${isVague ? ' stroke-dasharray="4 3"' : ''}/>`;
  return box + edge;
}

function drawCount({ x, top, width: own, size }: Count, width: number, colour: string, colours: Colours): string {
  const left = x * width;
  return (
    `<g><rect x="${round(left)}" y="${round(top)}" width="${own}" height="24" rx="12" fill="${colours.ground}" stroke="${colour}"/>` +
    `${text(left + own / 2, top + 16.5, `+${size}`, `font-size="13" font-weight="600" text-anchor="middle" fill="${colour}"`)}</g>`
  );
}

const drawPills = ({ frame, height }: Scene, width: number, colours: Colours): string[] =>
  frame.beams.map(({ x, row, label, labelShift, labelWidth: own }) => {
    const left = x * width + labelShift;
    const top = height - metrics.footPadding - row * metrics.pillHeight - 27;
    return (
      `<g><rect x="${round(left)}" y="${round(top)}" width="${round(own)}" height="27" rx="13.5" fill="${colours.accent}"/>` +
      `${text(left + own / 2, top + 18.5, label, `${held(label, true)} font-weight="600" text-anchor="middle" fill="${colours.onAccent}"`)}</g>`
    );
  });

/** As much of a label as has room, and a sign that there is more. */
function fit(label: string, room: number, isBold: boolean): string {
  if (labelWidth(label, 15, isBold) <= room + 1) return label;
  let shown = label;
  while (shown !== '' && labelWidth(`${shown}…`, 15, isBold) > room) shown = shown.slice(0, -1).trimEnd();
  return `${shown}…`;
}

/** Holds words to the width that they were laid out for, whatever font a viewer has. */
const held = (words: string, isBold: boolean): string =>
  `textLength="${labelWidth(words, 15, isBold)}" lengthAdjust="spacingAndGlyphs"`;

const text = (x: number, y: number, words: string, more = ''): string =>
  `<text x="${round(x)}" y="${round(y)}"${more === '' ? '' : ` ${more}`}>${escape(words)}</text>`;

const round = (px: number): number => Math.round(px * 10) / 10 + 0;

/** What XML gives another meaning, and what it does not allow at all. */
const escape = (words: string): string =>
  words
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
