export const formats = { bib: 'bibtex', ris: 'ris', json: 'cslJson' } as const;
export type CitationFile = keyof typeof formats;

export const match = (param: string): param is CitationFile => param in formats;
