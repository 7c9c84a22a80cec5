/** Parts of the report that can be measured by themselves. Pure. */

/**
 * Puts a newer part into a report, in the place of the older one or at the end.
 * @param {string} report
 * @param {string} part begins with its heading
 */
export function replacePart(report, part) {
  const heading = part.slice(0, part.indexOf('\n') + 1);
  const from = report.indexOf(heading);
  if (from < 0) return report === '' ? part : `${report.trimEnd()}\n\n${part}`;
  const after = report.indexOf('\n## ', from);
  return report.slice(0, from) + part + (after < 0 ? '' : report.slice(after));
}
