import { language } from '#lib/i18n/locale.ts';

let format: Intl.NumberFormat | undefined;

/** '43%' */
export function formatShare(share: number): string {
  format ??= new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return format.format(share);
}
