/** The four moves of reading like a historian. */
export const moves = ['sourcing', 'context', 'close-reading', 'corroboration'] as const;
export type Move = (typeof moves)[number];
