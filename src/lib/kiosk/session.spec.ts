import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atRest, secondsLeft, stayOf, step, type Session, type Signal } from './session.ts';

const times = { idle: 90_000, warning: 20_000 };
const after = (signals: readonly Signal[], from: Session = atRest) =>
  signals.reduce((session, signal) => step(session, signal, times), from);
const begun = after([{ type: 'sign', at: 1000 }]);

describe('a session', () => {
  it('begins with the first sign of a visitor', () => {
    expect(begun).toMatchObject({ phase: 'active', since: 1000, lastSign: 1000 });
    expect(after([{ type: 'tick', at: 5_000_000 }])).toBe(atRest);
  });

  it('asks after the idle time, and not before', () => {
    expect(step(begun, { type: 'tick', at: 90_999 }, times).phase).toBe('active');
    expect(step(begun, { type: 'tick', at: 91_000 }, times).phase).toBe('warning');
  });

  it('ends when nobody answers, and rests once everything is cleared', () => {
    const asked = step(begun, { type: 'tick', at: 91_000 }, times);
    expect(step(asked, { type: 'tick', at: 110_999 }, times).phase).toBe('warning');
    const over = step(asked, { type: 'tick', at: 111_000 }, times);
    expect(over).toMatchObject({ phase: 'reset', ending: 'idle' });
    expect(step(over, { type: 'sign', at: 111_100 }, times)).toBe(over);
    expect(step(over, { type: 'cleared', at: 111_200 }, times)).toEqual(atRest);
  });

  it('goes on by one touch, and gives who asks to stay twice the time from then on', () => {
    const asked = step(begun, { type: 'tick', at: 91_000 }, times);
    const stayed = step(asked, { type: 'stay', at: 100_000 }, times);
    expect(stayed).toMatchObject({ phase: 'active', lastSign: 100_000 });
    expect(step(stayed, { type: 'tick', at: 279_999 }, times).phase).toBe('active');
    expect(step(stayed, { type: 'tick', at: 280_000 }, times).phase).toBe('warning');
    expect(step(asked, { type: 'sign', at: 100_000 }, times)).toMatchObject({ phase: 'active', patience: 1 });
  });

  it('does not ask who has long been gone when a machine wakes that slept', () => {
    expect(step(begun, { type: 'tick', at: 8 * 3_600_000 }, times)).toMatchObject({ phase: 'reset', ending: 'idle' });
  });

  it.each(['leave', 'error'] as const)('ends at once on %s', (type) => {
    const ending = type === 'leave' ? 'left' : 'error';
    expect(step(begun, { type, at: 2000 }, times)).toMatchObject({ phase: 'reset', ending });
    const asked = step(begun, { type: 'tick', at: 91_000 }, times);
    expect(step(asked, { type, at: 92_000 }, times)).toMatchObject({ phase: 'reset', ending });
  });

  it('clears the loop, too, when a script of it fails', () => {
    expect(after([{ type: 'error', at: 5 }])).toMatchObject({ phase: 'reset', ending: 'error' });
    expect(after([{ type: 'leave', at: 5 }])).toBe(atRest);
  });

  it('counts down in whole seconds', () => {
    const asked = step(begun, { type: 'tick', at: 91_000 }, times);
    expect([91_000, 91_001, 110_001, 111_000, 999_999].map((at) => secondsLeft(asked, at, times))).toEqual([
      20, 20, 1, 0, 0
    ]);
  });

  it('lasts until the last sign', () => {
    expect(stayOf(after([{ type: 'sign', at: 45_000 }], begun))).toBe(44_000);
  });
});

const signals = fc.array(
  fc.record({
    type: fc.constantFrom('sign', 'stay', 'leave', 'error', 'tick', 'cleared' as const),
    wait: fc.integer({ min: 0, max: 200_000 })
  }),
  { maxLength: 60 }
);

describe('whatever comes', () => {
  it('nobody is cleared away within the idle time and the warning of a sign, but by a hand or an error', () => {
    fc.assert(
      fc.property(signals, (steps) => {
        let [session, now, lastSign] = [atRest as Session, 0, 0];
        for (const { type, wait } of steps) {
          now += wait;
          const next = step(session, { type: type as Signal['type'], at: now }, times);
          if (next.phase === 'active' && (type === 'sign' || type === 'stay')) lastSign = now;
          if (session.phase !== 'reset' && next.ending === 'idle')
            expect(now - lastSign).toBeGreaterThanOrEqual(times.idle + times.warning);
          session = next;
        }
      })
    );
  });

  it('a screen that nobody touches is at rest after three ticks', () => {
    fc.assert(
      fc.property(signals, (steps) => {
        let now = 0;
        let session: Session = atRest;
        for (const { type, wait } of steps) {
          now += wait;
          session = step(session, { type: type as Signal['type'], at: now }, times);
        }
        for (const wait of [2 * times.idle, times.warning]) {
          now += wait;
          session = step(session, { type: 'tick', at: now }, times);
        }
        expect(step(session, { type: 'cleared', at: now }, times).phase).toBe('attract');
      })
    );
  });
});
