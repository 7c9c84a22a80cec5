import type { Source } from '#lib/model/source.ts';

/** The language and direction of a document's words, for the element that holds them. */
export function languageAttributes(language: Source['language']): { lang: string; dir: 'ltr' | 'rtl' } {
  return { lang: language, dir: language === 'ar' ? 'rtl' : 'ltr' };
}
