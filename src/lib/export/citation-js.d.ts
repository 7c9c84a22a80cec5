/** The little of citation-js that is used here; the packages bring no types. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly config: {
      get(name: '@csl'): { readonly styles: { set(name: string, xml: string): unknown } };
      get(name: '@bibtex'): { format: { asciiOnly: boolean; checkLabel: boolean; useIdAsLabel: boolean } };
    };
    readonly output: {
      format(
        name: 'bibliography',
        items: readonly object[],
        options: { readonly template: string; readonly lang: string; readonly format: 'html' }
      ): string;
      format(
        name: 'bibtex',
        items: readonly object[],
        options: { readonly format: 'object' }
      ): { readonly type: string; readonly label: string; readonly properties: Readonly<Record<string, string>> }[];
      format(
        name: 'ris',
        items: readonly object[],
        options: { readonly format: 'object' }
      ): Readonly<Record<string, string | readonly string[]>>[];
    };
  };
}
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
