const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A time by the clock of whoever reads. @param time milliseconds since 1970 */
export const formatTime = (time: number): string => full.format(time);

/** A day of the calendar. @param iso such as 2026-12-01 */
export const formatDay = (iso: string): string => day.format(Date.parse(iso));
