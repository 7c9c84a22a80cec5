import { language } from './locale.ts';

/** Made on first use: a format of Intl takes milliseconds to make, and a page uses few of them. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Civil times are shown as they stand: UTC keeps the reader's own zone out of them. */
export const inUtc = (options: Intl.DateTimeFormatOptions) =>
  once(() => new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }));
