import { timelineData } from '../../timeline-data.server.ts';

export const load = () => timelineData();
