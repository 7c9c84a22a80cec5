/** The sign before a paragraph's number. */
const PARAGRAPH_MARK = '¶';

const htmlSigns: Readonly<Record<string, string>> = {
  '&': '&#38;',
  '<': '&#60;',
  '>': '&#62;',
  '"': '&#34;',
  "'": '&#39;'
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => htmlSigns[sign]!);

/**
 * Adds to a citation of a document the place where the words were read: an excerpt on this
 * site, with the paragraph's number where the address names one (`…#p3`).
 *
 * A style that closes with a full stop gets one more sentence. APA leaves a web address
 * open, so that nobody copies a full stop with it; there the addition stands in brackets.
 * @param text a citation in HTML, as `citeSource` gives it
 * @param siteTitle plain text
 * @param address of the paragraph, with its fragment; plain text
 * @returns HTML in which `<i>` is the only tag that was added
 */
export function citeParagraph(text: string, siteTitle: string, address: string): string {
  const number = /#p(\d+)$/.exec(address)?.[1];
  const where = [
    'Excerpt',
    ...(number === undefined ? [] : [`${PARAGRAPH_MARK} ${number}`]),
    `in <i>${escapeHtml(siteTitle)}</i>`,
    escapeHtml(address)
  ].join(', ');
  const cited = text.trimEnd();
  return cited.endsWith('.') ? `${cited} ${where}.` : `${cited} (${where})`;
}

/**
 * What 'copy quotation' puts on the clipboard: the words, whose they are, where they stand.
 * The words stay as they are, quotation marks within them included; only white space is
 * joined. No full stop follows the address, so that it stays an address where it is pasted.
 * @param quote verbatim words
 * @param credit who said it, in what and when; with or without a full stop
 * @param address of the paragraph
 * @returns plain text
 */
export function quotationWithCredit(quote: string, credit: string, address: string): string {
  const words = quote.replace(/\s+/g, ' ').trim();
  const whose = credit.replace(/\s+/g, ' ').trim();
  const closed = /[.!?…]$/.test(whose) ? whose : `${whose}.`;
  return `“${words}” — ${closed} ${address}`;
}
