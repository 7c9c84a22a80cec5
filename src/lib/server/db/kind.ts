/** Which database it is. */
export type Kind = 'sqlite' | 'postgres';
