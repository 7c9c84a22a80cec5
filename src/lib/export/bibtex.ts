import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { Source } from '../model/source.ts';
import type { CslItem } from './csl-item.ts';

// Letters stay letters: the ASCII of the plugin drops every Arabic one.
const { format } = plugins.config.get('@bibtex');
format.asciiOnly = false;
format.checkLabel = false;
format.useIdAsLabel = true;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const languages = { en: 'english', fr: 'french', ar: 'arabic', de: 'german' } as const;

const texSigns: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}'
};
const escapeTex = (text: string): string => text.replace(/[\\{}&%$#_~^]/g, (sign) => texSigns[sign] ?? `\\${sign}`);

/**
 * A BibTeX entry under the source's id. The plugin writes the names; the rest is ours, as
 * BibTeX has no type for a document in an archive, while `@misc` with `howpublished` prints in
 * every style. `date` gives BibLaTeX the day with its uncertainty; `year` and `month` are for
 * BibTeX itself. The second pair of braces keeps a style from lowering a title's capitals.
 */
export function toBibtex(source: Source, item: CslItem): string {
  const { id, type, author, issued } = item;
  const named = author?.map((name) =>
    Object.fromEntries(Object.entries(name).map(([part, text]) => [part, escapeTex(text)]))
  );
  const [entry] = plugins.output.format('bibtex', [{ id, type: 'document', ...(named && { author: named }) }], {
    format: 'object'
  });
  const [year, month] = issued['date-parts'][0] as [number, number?];
  const where = [item.number ?? item.archive_location, item.archive].filter((text) => text !== undefined).join(', ');
  const fields: [string, string | undefined][] = [
    ['author', braced(entry!.properties.author)],
    ['title', `{{${escapeTex(item.title)}}}`],
    // 'Statement' is a drawer of the collection, not what anybody would print.
    ['type', type === 'document' ? undefined : braced(item.genre)],
    ['howpublished', braced(escapeTex(where))],
    ['address', braced(escapeTex(item['event-place']))],
    ['date', braced(source.date.edtf)],
    ['year', braced(String(year))],
    ['month', month === undefined ? undefined : months[month - 1]],
    ['url', braced(item.URL)],
    ['langid', braced(languages[source.language])],
    ['note', item.note === undefined ? undefined : braced(escapeTex(item.note))],
    ['annote', braced(escapeTex(`Creator: ${source.creator}`))]
  ];
  return [
    `@${entry!.type}{${entry!.label},`,
    ...fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value},`])),
    '}'
  ].join('\n');
}

const braced = (text: string | undefined): string | undefined => (text === undefined ? undefined : `{${text}}`);
