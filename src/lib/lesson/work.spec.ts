import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../model/operation.ts';
import { spliceBetween, Work } from './work.ts';

/** What several writers do, each knowing what it has taken in so far: writing, setting, starting again, hearing another. */
const deed = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('write' as const), writer: fc.nat(2), text: fc.string({ maxLength: 12 }) })
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('set' as const), writer: fc.nat(2), text: fc.string({ maxLength: 4 }) })
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('hear' as const), writer: fc.nat(2), other: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const), writer: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), writer: fc.nat(2) }) }
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

function play(deeds: readonly Deed[]): { works: Work[]; written: Operation[] } {
  const works = [new Work(), new Work(), new Work()];
  const written: Operation[] = [];
  const made = [0, 0, 0];
  const make = (writer: number, rest: Record<string, unknown>) => {
    const work = works[writer]!;
    made[writer]! += 1;
    const operation = {
      id: `w${writer}.${made[writer]}`,
      at: 0,
      clock: work.clock + 1,
      module: 'm',
      ...rest
    } as Operation;
    work.take(operation);
    written.push(operation);
  };
  for (const each of deeds) {
    const work = works[each.writer]!;
    const latest = work.latest('m', 's', 'q', 'text');
    const place = { type: 'field', step: 's', question: 'q', field: 'text', base: latest?.operation.id ?? null };
    if (each.kind === 'write')
      make(each.writer, { ...place, change: spliceBetween(String(latest?.value ?? ''), each.text) });
    if (each.kind === 'set') make(each.writer, { ...place, change: { type: 'set', value: each.text } });
    if (each.kind === 'hear') works[each.other]!.operations.forEach((operation) => work.take(operation));
    if (each.kind === 'restart') make(each.writer, { type: 'restart', undoes: null });
    if (each.kind === 'undo') {
      const restart = work.restart('m');
      if (restart) make(each.writer, { type: 'restart', undoes: restart.id });
    }
  }
  return { works, written };
}

const stateOf = (work: Work) => ({
  answer: work.answer('m', 's', 'q'),
  others: work
    .others('m', 's', 'q', 'text')
    .map(({ operation, value }) => [operation.id, value])
    .sort()
});

describe('answers made of operations', () => {
  it('are the same in whatever order operations arrive, and however often', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), fc.infiniteStream(fc.nat()), (deeds, chance) => {
        const { written } = play(deeds);
        const [straight, mixed] = [new Work(), new Work()];
        written.forEach((operation) => straight.take(operation));
        const dealt = [...written, ...written.slice(0, 5)]
          .map((operation) => ({ operation, key: chance.next().value as number }))
          .sort((a, b) => a.key - b.key);
        dealt.forEach(({ operation }) => mixed.take(operation));
        expect(stateOf(mixed)).toEqual(stateOf(straight));
        expect(mixed.operations).toEqual(straight.operations);
      }),
      { numRuns: 400 }
    );
  });

  it('hold what their writer wrote last, as long as nobody else was heard', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 30 }), { minLength: 1, maxLength: 30 }), (texts) => {
        const { works } = play(texts.map((text) => ({ kind: 'write' as const, writer: 0, text })));
        expect(works[0]!.answer('m', 's', 'q').text ?? '').toBe(texts.at(-1));
      })
    );
  });

  it('keep both of two texts that were written without knowledge of each other', () => {
    const { works } = play([
      { kind: 'write', writer: 0, text: 'begun' },
      { kind: 'hear', writer: 1, other: 0 },
      { kind: 'write', writer: 0, text: 'begun at school' },
      { kind: 'write', writer: 1, text: 'begun at home' },
      { kind: 'hear', writer: 0, other: 1 }
    ]);
    const all = [
      works[0]!.answer('m', 's', 'q').text,
      ...works[0]!.others('m', 's', 'q', 'text').map(({ value }) => value)
    ];
    expect(all.sort()).toEqual(['begun at home', 'begun at school']);
  });

  it('are put away when a module is started again, and come back when that is taken back', () => {
    const { works } = play([
      { kind: 'write', writer: 0, text: 'kept' },
      { kind: 'restart', writer: 0 }
    ]);
    const work = works[0]!;
    expect(work.answer('m', 's', 'q')).toEqual({});
    expect(work.restart('m')?.id).toBe('w0.2');
    work.take({ type: 'restart', id: 'w0.3', at: 0, clock: 3, module: 'm', undoes: 'w0.2' });
    expect(work.answer('m', 's', 'q')).toEqual({ text: 'kept' });
    expect(work.restart('m')).toBeNull();
  });

  it('wait for an operation that they stand on', () => {
    const { written } = play(['a', 'ab', 'abc'].map((text) => ({ kind: 'write' as const, writer: 0, text })));
    const work = new Work();
    work.take(written[2]!);
    work.take(written[1]!);
    expect(work.answer('m', 's', 'q')).toEqual({});
    work.take(written[0]!);
    expect(work.answer('m', 's', 'q')).toEqual({ text: 'abc' });
  });
});

describe('the stretch in which two texts differ', () => {
  it('leads from the one to the other, and is no longer than it must be', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, before, after, tail) => {
        const [from, to] = [head + before + tail, head + after + tail];
        const { at, remove, insert } = spliceBetween(from, to);
        expect(from.slice(0, at) + insert + from.slice(at + remove)).toBe(to);
        expect(remove).toBeLessThanOrEqual(before.length);
        expect(insert.length).toBeLessThanOrEqual(after.length);
      })
    );
  });
});
