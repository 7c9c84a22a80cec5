import { collection } from 'virtual:collection';
import { timelineData } from '../timeline-data.server.ts';

export const load = () => ({ ...timelineData(), axisName: collection.axis.name });
