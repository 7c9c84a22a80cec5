/** The horizontal bands of the timeline, from top to bottom. */
export const laneIds = ['un', 'superpowers', 'europe', 'region', 'military'] as const;
export type LaneId = (typeof laneIds)[number];
