/** What may stand in the log: numbers and names of things, never a person's name or words. */
type Facts = Readonly<Record<string, string | number>>;

/** Writes one line of JSON for the operator. */
export function log(level: 'info' | 'warn' | 'error', what: string, facts: Facts = {}): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, what, ...facts });
  if (level === 'error') console.error(line);
  else console.log(line);
}
