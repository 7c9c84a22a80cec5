import { version } from '$app/environment';
import {
  countError,
  countOpinion,
  countVisit,
  noCounts,
  readCounts,
  type Counts,
  type Visit
} from '#lib/kiosk/counts.ts';
import { dayHourOf, type DayHour } from '#lib/kiosk/day-hour.ts';
import { readSettings, standard, type Choices, type Settings, type SettingsProblem } from '#lib/kiosk/settings.ts';

const prefix = 'two-steps-kiosk-';
const keys = { counts: `${prefix}counts`, spoilt: `${prefix}counts-spoilt`, settings: `${prefix}settings` } as const;

/** What this screen keeps: numbers, and the settings that it last read. */
export class Device {
  settings = $state.raw<Settings>(standard);
  problems = $state.raw<readonly SettingsProblem[]>([]);
  counts = $state.raw<Counts>(noCounts);
  /** The wall's clock, looked at now and then. */
  clock = $state.raw<DayHour>({ day: '', hour: 0, minutes: 0 });
  #began: DayHour | null = null;

  /** Reads what was counted before. What cannot be read is put aside, not lost. */
  open(): void {
    this.look();
    const stored = localStorage.getItem(keys.counts);
    const counts = readCounts(stored);
    if (counts === null) localStorage.setItem(keys.spoilt, stored!);
    this.counts = counts ?? noCounts;
  }

  /** Looks at the clock on the wall. */
  look(): void {
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- read once, and changed never
    this.clock = dayHourOf(new Date());
  }

  /**
   * Reads the settings that stand beside the pages. Where none stand there, all is as it comes; where they cannot be
   * fetched, those that were read last hold.
   * @param address of `kiosk.json`
   */
  async readSettings(address: string, choices: Choices): Promise<void> {
    const text = await fetchText(address);
    if (text === null) return;
    const reading = readSettings(text === 'none' ? '{}' : text, choices);
    if (!reading.isSound) {
      this.problems = reading.problems;
      return;
    }
    [this.problems, this.settings] = [[], reading.settings];
    // What is as it comes need not be kept.
    if (JSON.stringify(reading.settings) === JSON.stringify(standard)) localStorage.removeItem(keys.settings);
    else localStorage.setItem(keys.settings, text);
  }

  /** The settings that were read last, until they are read anew. */
  recallSettings(choices: Choices): void {
    const reading = readSettings(localStorage.getItem(keys.settings) ?? '{}', choices);
    if (reading.isSound) this.settings = reading.settings;
  }

  begin(): void {
    this.look();
    this.#began = this.clock;
  }

  end(over: Omit<Visit, 'began'>): void {
    // The loop itself failed where nobody began.
    if (this.#began === null) return;
    this.#keep(countVisit(this.counts, { ...over, began: this.#began }));
    this.#began = null;
  }

  answer(before: string | null, chosen: string): void {
    this.#keep(countOpinion(this.counts, this.settings.question, before, chosen));
  }

  fail(message: string): void {
    this.look();
    this.#keep(countError(this.counts, message, this.clock.day));
  }

  /** Nothing that is not the screen's own stays after a visit. */
  clear(): void {
    sessionStorage.clear();
    for (const key of Object.keys(localStorage)) if (!key.startsWith(prefix)) localStorage.removeItem(key);
  }

  get facts() {
    return { location: this.settings.location, version };
  }

  #keep(counts: Counts): void {
    this.counts = counts;
    try {
      localStorage.setItem(keys.counts, JSON.stringify(counts));
    } catch {
      // A disk that is full must not stop a visit; what is counted stays in memory.
    }
  }
}

/** A file's text; 'none' where there is no such file; null where that cannot be known. */
async function fetchText(address: string): Promise<string | null> {
  try {
    const response = await fetch(address, { cache: 'no-store' });
    if (response.status === 404) return 'none';
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}
