import { afterEach, describe, expect, it, vi } from 'vitest';
import { inTurn, nextTask, turnsTaken } from './in-turn.ts';

describe('work that waits its turn', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is done in the order in which it was given, none at once', async () => {
    const done: string[] = [];
    inTurn(() => void done.push('first'));
    inTurn(() => void done.push('second'));
    expect(done).toEqual([]);
    await turnsTaken();
    expect(done).toEqual(['first', 'second']);
  });

  it('leaves a task between two pieces for whatever else there is to do', async () => {
    const done: string[] = [];
    inTurn(() => void done.push('first'));
    inTurn(() => void done.push('second'));
    // Asked for after both, and before the second has its turn.
    void nextTask().then(() => done.push('a hand'));
    await turnsTaken();
    expect(done.indexOf('a hand')).toBeLessThan(done.indexOf('second'));
  });

  it('goes on after a piece that fails, and tells of it', async () => {
    const told: unknown[] = [];
    vi.stubGlobal('reportError', (error: unknown) => told.push(error));
    const done: string[] = [];
    inTurn(() => {
      throw new Error('broken');
    });
    inTurn(() => void done.push('after'));
    await turnsTaken();
    expect(done).toEqual(['after']);
    expect(told).toEqual([expect.objectContaining({ message: 'broken' })]);
  });
});
