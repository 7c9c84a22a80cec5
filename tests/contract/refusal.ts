import { expect } from 'vitest';
import type { RefusalCode } from '#lib/model/refusal.ts';
import { Refusal } from '#lib/server/refusal.ts';

/** The code with which something is refused. */
export async function refusal(doing: Promise<unknown>): Promise<RefusalCode> {
  const error = await doing.then(
    () => null,
    (thrown: unknown) => thrown
  );
  expect(error).toBeInstanceOf(Refusal);
  return (error as Refusal).code;
}
