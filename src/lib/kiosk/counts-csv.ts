import { medianStay, stations, visitsOf, type Counts } from './counts.ts';

/** What is told of the kiosk itself. */
export interface KioskFacts {
  readonly location: string;
  readonly version: string;
}

const quoted = (value: string | number): string =>
  /[",\n\r]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);

/** A cell that a spreadsheet would take for a formula is told to be text. */
const plain = (text: string): string => (/^[=+\-@\t]/.test(text) ? `'${text}` : text);

/** The counts as a table of four columns: what is counted, of which day or name, at which hour, and how many. RFC 4180. */
export function countsToCsv(counts: Counts, { location, version }: KioskFacts): string {
  const rows: (string | number)[][] = [
    ['what', 'of', 'hour', 'count'],
    ['location', plain(location), '', ''],
    ['version', plain(version), '', ''],
    ['visits', 'all', '', visitsOf(counts)],
    ['visits', 'days no longer listed', '', counts.before],
    ['median stay in seconds', 'all', '', Math.round((medianStay(counts) ?? 0) / 1000)]
  ];
  for (const day of Object.keys(counts.days).sort())
    counts.days[day]!.forEach((count, hour) => count > 0 && rows.push(['visits', day, hour, count]));
  for (const station of stations) rows.push(['stopped at', station, '', counts.stops[station] ?? 0]);
  for (const [ending, count] of Object.entries(counts.endings)) rows.push(['ended', ending, '', count]);
  for (const [question, options] of Object.entries(counts.opinions))
    for (const [option, count] of Object.entries(options)) rows.push(['opinion', `${question}: ${option}`, '', count]);
  for (const { message, day, count } of counts.errors) rows.push(['error', plain(`${day} ${message}`), '', count]);
  return rows.map((row) => row.map(quoted).join(',') + '\r\n').join('');
}
