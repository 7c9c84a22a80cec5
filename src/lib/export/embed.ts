/** The least and the usual size of an embedded timeline, in px. */
const embedSize = { width: 960, height: 640, leastWidth: 300, leastHeight: 320 };

interface Embed {
  /** The address of the embedded page. */
  readonly address: string;
  /** The script by which the frame takes the height of what is in it. */
  readonly script: string;
  /** What the frame holds, for those who do not see it. */
  readonly title: string;
  readonly width?: number;
  readonly height?: number;
}

/** HTML that shows a state of the timeline in another page. Without its script the frame keeps its height and scrolls. */
export function embedSnippet({ address, script, title, width, height = embedSize.height }: Embed): string {
  const size = `width="${width ?? '100%'}" height="${height}"`;
  const frame = `<iframe src="${escape(address)}" title="${escape(title)}" ${size} loading="lazy" style="border:0;max-width:100%"></iframe>`;
  return `${frame}\n<script src="${escape(script)}" async></script>`;
}

export interface OEmbedQuestion {
  /** The address of the endpoint itself, query included. */
  readonly asked: URL;
  /** Where the site is: its address without a final slash. */
  readonly site: string;
  readonly title: string;
  readonly provider: string;
}

export type OEmbedAnswer =
  | { readonly status: 200; readonly body: Readonly<Record<string, string | number>> }
  | { readonly status: 400 | 404 | 501; readonly message: string };

/**
 * Answers a consumer of oEmbed 1.0 (https://oembed.com) for any state of the timeline of this site.
 * Says 400 without an address, 404 for one that is not the timeline's, 501 for another format than JSON.
 */
export function answerOEmbed({ asked, site, title, provider }: OEmbedQuestion): OEmbedAnswer {
  const query = asked.searchParams;
  const format = query.get('format') ?? 'json';
  if (format !== 'json') return { status: 501, message: `The format is json, not ${format}.` };
  const named = query.get('url');
  if (!named) return { status: 400, message: 'Name the address of a timeline: ?url=…/timeline' };
  const home = new URL(`${site}/`);
  const address = URL.parse(named, home);
  const path = `${home.pathname}timeline`;
  if (address?.origin !== home.origin || ![path, `${path}/`].includes(address.pathname)) {
    return { status: 404, message: `There is no timeline at ${named}.` };
  }
  const width = sizeWithin(query.get('maxwidth'), embedSize.width, embedSize.leastWidth);
  const height = sizeWithin(query.get('maxheight'), embedSize.height, embedSize.leastHeight);
  const html = embedSnippet({
    address: `${site}/embed/timeline${address.search}`,
    script: `${site}/embed.js`,
    title,
    width,
    height
  });
  return {
    status: 200,
    body: {
      type: 'rich',
      version: '1.0',
      title,
      provider_name: provider,
      provider_url: `${site}/`,
      width,
      height,
      html
    }
  };
}

/** The usual size, or what is asked for at most; never less than can be read. */
function sizeWithin(most: string | null, usual: number, least: number): number {
  const asked = Number(most);
  return most === null || !(asked > 0) ? usual : Math.max(Math.min(Math.floor(asked), usual), least);
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
