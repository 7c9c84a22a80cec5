import type { LaneId } from '../model/lane.ts';

/** The shape of each lane's mark in a square of 12 by 12, so that its colour never stands alone. */
export const laneShapes: Readonly<Record<LaneId, string>> = {
  un: 'M6 .6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 0 0 6 .6Z',
  superpowers: 'M1.2 1.2h9.6v9.6H1.2Z',
  europe: 'M6 0l6 6-6 6-6-6Z',
  region: 'M6 .7l6 10.4H0Z',
  military: 'M4.2 .6h3.6v3.6h3.6v3.6H7.8v3.6H4.2V7.8H.6V4.2h3.6Z'
};
