import { describe, expect, it } from 'vitest';
import { inOrder } from './asked.ts';

describe('the steps of an assignment', () => {
  const steps = [{ id: 'one' }, { id: 'two' }, { id: 'three' }];

  it('stand in the teacher’s order, without those that she left out or that are gone', () => {
    expect(inOrder(steps, { steps: ['three', 'lost', 'one'] })).toEqual([{ id: 'three' }, { id: 'one' }]);
  });

  it('are all of the module’s where it has none of those any more', () => {
    expect(inOrder(steps, { steps: ['lost'] })).toEqual(steps);
  });

  it('are none while none is chosen', () => {
    expect(inOrder(steps, { steps: [] })).toEqual([]);
  });
});
