import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import type { Source } from '../model/source.ts';
import { toBibtex } from './bibtex.ts';
import { toCsl, toPrintedItem, type CitationContext, type CslItem } from './csl-item.ts';
import { toRis } from './ris.ts';
import { chicago } from './styles/chicago.ts';
import { mla } from './styles/mla.ts';

export { toCsl, type CitationContext, type CslItem };

/** One document, cited in the styles and formats that readers ask for. */
export interface Citations {
  /** HTML; `<i>` is the only tag. */
  readonly chicago: string;
  /** HTML; `<i>` is the only tag. */
  readonly mla: string;
  /** HTML; `<i>` is the only tag. */
  readonly apa: string;
  readonly bibtex: string;
  readonly ris: string;
  /** A CSL-JSON list of one item. */
  readonly cslJson: string;
}

const styles = plugins.config.get('@csl').styles;
styles.set('two-steps-chicago', chicago);
styles.set('two-steps-mla', mla);

/**
 * Cites a source. Each text ends with the address of the document itself; where a reader
 * cites a paragraph as read on this site, `citeParagraph` adds that place.
 *
 * For the build: items are handed to the formatters as data, so citation-js, which can look
 * identifiers up on the network, has nothing to look up; and no page has to carry it.
 */
export function citeSource(source: Source, context: CitationContext): Citations {
  const item = toCsl(source, context);
  const printed = toPrintedItem(source, item);
  return {
    chicago: writeOut(printed, 'two-steps-chicago'),
    mla: writeOut(printed, 'two-steps-mla'),
    apa: writeOut(printed, 'apa'),
    bibtex: toBibtex(source, item),
    ris: toRis(source, item),
    cslJson: JSON.stringify([item], null, 2)
  };
}

/** All three styles are American, so their dates and quotation marks are, too. */
function writeOut(item: CslItem, template: string): string {
  const html = plugins.output.format('bibliography', [item], { template, lang: 'en-US', format: 'html' });
  return html
    .replace(/<(?!\/?i>)[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
