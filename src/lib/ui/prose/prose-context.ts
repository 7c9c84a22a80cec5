import { createContext } from 'svelte';
import type { Quotation } from '#lib/model/digest.ts';
import type { Essay } from '#lib/model/essay.ts';

/** What a text of ours needs that its file only names. */
export interface ProseContext {
  /** By `source#passage`. */
  readonly quotations: Readonly<Record<string, Quotation>>;
  /** Of an essay, in the order in which they are listed. */
  readonly references: Essay['references'];
}

export const [getProse, setProse] = createContext<ProseContext>();
