/** The language of the interface as HTML and Intl name it. Documents carry their own. */
export const language = __PSEUDO__ ? 'en-XA' : 'en-GB';

/** The direction that the interface is written in. */
export const direction: 'ltr' | 'rtl' = 'ltr';
