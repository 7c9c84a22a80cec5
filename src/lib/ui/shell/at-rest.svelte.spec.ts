import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenAtRest } from './at-rest.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('whenAtRest', () => {
  it('waits for as long as a hand does something, and calls once', () => {
    const then = vi.fn();
    whenAtRest(3000, then);
    for (const sign of ['pointermove', 'keydown', 'wheel', 'scroll']) {
      vi.advanceTimersByTime(2900);
      dispatchEvent(new Event(sign));
    }
    vi.advanceTimersByTime(2999);
    expect(then).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    dispatchEvent(new Event('pointermove'));
    vi.advanceTimersByTime(10_000);
    expect(then).toHaveBeenCalledOnce();
  });

  it('waits no longer once it is told so', () => {
    const then = vi.fn();
    whenAtRest(3000, then)();
    dispatchEvent(new Event('pointermove'));
    vi.advanceTimersByTime(10_000);
    expect(then).not.toHaveBeenCalled();
  });
});
