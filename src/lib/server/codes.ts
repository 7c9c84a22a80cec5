import { createHash, randomBytes, randomInt } from 'node:crypto';

/** Letters and figures that are told apart in any hand and read aloud without doubt: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
const letters = 'ACDEFGHJKMNPQRTWXY34679';

const draw = (length: number) => Array.from({ length }, () => letters[randomInt(letters.length)]).join('');

/** Six of 23: 148 million codes, tried at most some dozens of times a minute. */
export const newJoinCode = (): string => draw(6);

/** Twelve of 23: 54 bits, in three groups. */
export const newResumeCode = (): string => [draw(4), draw(4), draw(4)].join('-');

/** Sixteen of 23: 72 bits, in four groups. */
export const newRecoveryCode = (): string => [draw(4), draw(4), draw(4), draw(4)].join('-');

/** 256 bits for a cookie or a link. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret that was drawn at random: enough to know it again, not to use it. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** A code as it was drawn, however it was typed: small letters, spaces and dashes make no difference. */
export const normaliseCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
