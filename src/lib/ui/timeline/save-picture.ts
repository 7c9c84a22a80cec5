import { toSvg, lightColours } from '#lib/export/timeline-svg.ts';
import { formatStretch } from '#lib/i18n/axis-format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { allotRows } from '#lib/timeline/rows.ts';
import { layoutScene } from '#lib/timeline/scene.ts';
import { writeDay } from '#lib/timeline/view-address.ts';
import { axisWords } from './axis-words.ts';
import type { TimelineData, TimelineState } from './timeline-state.svelte.ts';

/** What a picture has room for: its width in px, and the rows of all lanes together. */
const sheet = { width: 1060, rows: 18 };

/** A picture has so many pixels for each of the scene's, so that it is sharp on a slide. */
const sharpness = 2;

/** The view as an SVG document, with the line that says where it is from. */
export function drawSvg(view: TimelineState, { beams, lanes, title }: TimelineData, address: string): string {
  const { index, viewport, folded, chosen } = view;
  const shown = view.shownLanes.map(({ id }) => id);
  const rows = allotRows((lane) => index.lane(lane).size, shown, sheet.rows, folded);
  const asked = { viewport, width: sheet.width, rows, laneHead: 0, lanes: shown, chosen };
  const stretch = formatStretch(viewport.from, viewport.to);
  return toSvg({
    scene: layoutScene(index, beams, asked, axisWords),
    width: sheet.width,
    title: m.picture_title({ title, stretch }),
    lanes: new Map(lanes.map(({ id, name }) => [id, name])),
    source: `${title} · ${stretch} · ${address}`,
    colours: lightColours
  });
}

/** `two-steps-1990-11-01-to-1990-12-20.svg` */
export function pictureName({ viewport }: TimelineState, { title }: TimelineData, ending: string): string {
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `${name}-${writeDay(viewport.from)}-to-${writeDay(viewport.to - 1)}.${ending}`;
}

/** The same picture as pixels. A picture within a picture fetches nothing, so its fonts travel in it. */
export async function drawPng(svg: string): Promise<Blob> {
  const fonts = await embedFonts();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.replace('<title', `<style>${fonts}</style><title`))}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth * sharpness, image.naturalHeight * sharpness);
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/png' });
}

/** The page's own fonts for Latin letters, as rules that need nothing from elsewhere. */
async function embedFonts(): Promise<string> {
  const faces = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter(({ style }) => /Source S(ans 3|erif 4)/.test(style.getPropertyValue('font-family')))
    .filter(
      ({ style }) =>
        style.getPropertyValue('unicode-range').startsWith('U+0') || !style.getPropertyValue('unicode-range')
    )
    .filter(({ style }) => style.getPropertyValue('font-style') !== 'italic')
    // Of the serifs a picture has the semi-bold alone, in its axis.
    .filter(({ style }) =>
      /Sans|600/.test(style.getPropertyValue('font-family') + style.getPropertyValue('font-weight'))
    );
  const rules = await Promise.all(
    faces.map(async ({ style, parentStyleSheet }) => {
      const source = /url\(["']?([^"')]+)/.exec(style.getPropertyValue('src'))?.[1];
      if (!source) return '';
      const response = await fetch(new URL(source, parentStyleSheet?.href ?? document.baseURI));
      const data = await toDataUrl(await response.blob());
      const family = style.getPropertyValue('font-family');
      return `@font-face{font-family:${family};font-weight:${style.getPropertyValue('font-weight')};src:url(${data})}`;
    })
  );
  return rules.join('');
}

const toDataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('the font could not be read'));
    reader.readAsDataURL(blob);
  });
