/** How many rows each table holds. */
export type Counts = Readonly<Record<string, number>>;

/** Counts as lines for the operator, one a table. */
export function formatCounts(counts: Counts): string {
  const widths = Object.entries(counts).map(([table, count]) => [table.length, String(count).length] as const);
  const [names, figures] = [0, 1].map((at) => Math.max(...widths.map((width) => width[at]!)));
  return Object.entries(counts)
    .map(([table, count]) => `  ${table.padEnd(names!)}  ${String(count).padStart(figures!)}`)
    .join('\n');
}
