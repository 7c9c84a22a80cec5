import { m } from '#lib/i18n/paraglide/messages.js';
import type { Source } from '#lib/model/source.ts';

/** The language and direction of a document's words, for the element that holds them. */
export function languageAttributes(language: Source['language']): { lang: string; dir: 'ltr' | 'rtl' } {
  return { lang: language, dir: language === 'ar' ? 'rtl' : 'ltr' };
}

const names = { en: m.language_en, fr: m.language_fr, ar: m.language_ar, de: m.language_de };

/** What a document's language is called on screen. */
export const languageName = (language: Source['language']): string => names[language]();
