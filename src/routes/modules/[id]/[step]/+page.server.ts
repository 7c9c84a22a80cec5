import { error } from '@sveltejs/kit';
import { collection } from 'virtual:collection';
import { onAxis } from '#lib/model/historical-date.ts';
import { plainAddress, writeAddress } from '#lib/timeline/view-address.ts';
import { renderProse } from '../../../prose.server.ts';
import { timelineData } from '../../../timeline-data.server.ts';
import { viewModule, viewRead, viewTerms, viewThings } from '../../step-data.server.ts';

export const entries = () =>
  collection.modules.flatMap(({ id, steps }) => steps.map((step) => ({ id, step: step.id })));

export const load = ({ params }) => {
  const module = collection.modules.find(({ id }) => id === params.id);
  const at = module?.steps.findIndex(({ id }) => id === params.step) ?? -1;
  const step = module?.steps[at];
  if (!module || !step) error(404);

  const { offset } = collection.axis;
  const { from, to, event, lanes } = step.view;
  const viewport = { from: onAxis(from, offset).start, to: onAxis(to, offset).end };
  const reads = step.reads.flatMap(({ source }) => viewRead(source));
  const folder = `modules/${module.order}-${module.id}/steps/${at + 1}-${step.id}`;
  return {
    module: viewModule(module),
    at,
    step: { id: step.id, title: step.title, kind: step.kind, minutes: step.minutes, plain: step.plain },
    questions: step.questions,
    body: renderProse(folder),
    reads,
    things: viewThings(
      step.questions,
      step.reads.map(({ source }) => source)
    ),
    terms: viewTerms(reads.flatMap(({ terms }) => terms)),
    timeline: {
      ...timelineData(),
      viewport,
      event,
      shown: lanes,
      address: writeAddress({ ...plainAddress, viewport, event })
    }
  };
};
