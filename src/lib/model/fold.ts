/** Letters without their marks and apostrophes, in small: 'Pérez' and 'Perez' are one name. */
export const fold = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ʿʾ’']/g, '')
    .toLowerCase();
