import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface SitePage {
  /** Its file, from the folder of the prerendered pages. */
  readonly file: string;
  /** Its address on the site: `/`, `/timeline`, `/events/…`. */
  readonly address: string;
  readonly html: string;
  readonly elements: readonly Element[];
  readonly ids: readonly string[];
}

const root = join(import.meta.dirname, '../../build');
const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const decode = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);

/** The elements of HTML as Svelte writes it: every value in double quotes, no `>` left bare in text. */
function readElements(html: string): Element[] {
  const markup = html.replace(/<!--[\s\S]*?-->/g, '').replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, '$1');
  return [...markup.matchAll(/<([a-z][\w-]*)((?:\s+[^\s=<>"/]+(?:="[^"]*"|=[^\s">]+)?)*)\s*\/?>/gi)].map(
    ([, tag = '', attributes = '']) => ({
      tag: tag.toLowerCase(),
      attributes: Object.fromEntries(
        [...attributes.matchAll(/([^\s=<>"/]+)(?:="([^"]*)"|=([^\s">]+))?/g)].map(([, name = '', quoted, bare]) => [
          name.toLowerCase(),
          decode(quoted ?? bare ?? '')
        ])
      )
    })
  );
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

const prerendered = listFiles(join(root, 'prerendered'));

/** Every page that the build has written. */
export const sitePages: readonly SitePage[] = prerendered
  .filter((file) => file.endsWith('.html'))
  .map((file) => {
    const html = readFileSync(join(root, 'prerendered', file), 'utf8');
    const elements = readElements(html);
    return {
      file,
      address: `/${file.replace(/(^|\/)index\.html$|\.html$/, '')}`,
      html,
      elements,
      ids: elements.flatMap(({ attributes }) => attributes.id ?? [])
    };
  });

/** Everything else that the server has, by its address. */
export const siteFiles: ReadonlySet<string> = new Set(
  [...prerendered.filter((file) => !file.endsWith('.html')), ...listFiles(join(root, 'client'))].map(
    (file) => `/${file}`
  )
);

/** The ids in a file that is no page, such as a drawing. */
export function idsOfFile(address: string): string[] {
  const html = readFileSync(join(root, 'prerendered', address), 'utf8');
  return readElements(html).flatMap(({ attributes }) => attributes.id ?? []);
}

export const folderOfPages = join(root, 'prerendered');
