/** The day and the hour on the wall, for counts, quiet hours and brightness. Nothing is timed by it. */
export interface DayHour {
  /** '2026-10-25' */
  readonly day: string;
  /** 0 to 23; on the night when the clock goes back, one of them comes twice. */
  readonly hour: number;
  /** Minutes since midnight, as the clock shows them. */
  readonly minutes: number;
}

const two = (value: number) => String(value).padStart(2, '0');

export const dayHourOf = (date: Date): DayHour => ({
  day: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
  hour: date.getHours(),
  minutes: date.getHours() * 60 + date.getMinutes()
});

/** '08:30' as minutes since midnight. */
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
