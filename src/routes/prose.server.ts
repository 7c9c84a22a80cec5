import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { collection } from 'virtual:collection';
import { find, quote, type Quotation } from '#lib/model/digest.ts';
import type { Essay } from '#lib/model/essay.ts';
import type { QuotedSource } from '#lib/model/event.ts';
import { rootMark } from '#lib/ui/prose/root-mark.ts';
import ProseBody from '#lib/ui/prose/ProseBody.svelte';

const bodies = import.meta.glob<{ default: Component }>('/content/{events,essays,pages,modules/*/steps}/*.svx', {
  eager: true
});

/** What a text of ours points at that its file only names. */
interface ProseNeeds {
  readonly quotes?: readonly QuotedSource[];
  readonly references?: Essay['references'];
}

/**
 * Draws a text of ours, at build time: it has nothing to press but links, so no page loads it as script.
 * @param file its path below `content/`, without the ending
 * @returns HTML in which links within the site begin with a mark, for `Prose` to put the site's path in
 */
export function renderProse(file: string, { quotes = [], references = [] }: ProseNeeds = {}): string {
  const body = bodies[`/content/${file}.svx`];
  if (!body) throw new Error(`there is no text content/${file}.svx`);
  const { body: html } = render(ProseBody, {
    props: { Body: body.default, quotations: quotationsOf(quotes), references }
  });
  return html.replace(/<!--.*?-->/gs, '').replaceAll('href="/', `href="${rootMark}`);
}

/** The quotations that a text sets apart, by `source#passage`. */
function quotationsOf(quotes: readonly QuotedSource[]): Record<string, Quotation> {
  return Object.fromEntries(
    quotes.flatMap(({ id, passage }) => {
      const quotation = quote(find(collection.sources, id), passage);
      return quotation === null ? [] : [[`${id}#${passage}`, quotation]];
    })
  );
}
