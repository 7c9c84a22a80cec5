/** What is used of a package that brings no types. */
declare module 'edtf' {
  interface ParsedEdtf {
    /** First and last millisecond, as though in UTC. */
    min: number;
    max: number;
    /** 1 a year, 2 a month, 3 a day; 0 or nothing where there is another or none. */
    precision?: number;
    /** A bit for each part of the date that is marked so. */
    uncertain?: { value: number };
    approximate?: { value: number };
  }
  /** Throws on a text that is not EDTF. */
  export default function edtf(text: string): ParsedEdtf;
}
