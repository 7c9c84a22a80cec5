import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { Ajv } from 'ajv';
import { Work } from '../../../src/lib/lesson/work.ts';
import { picksOf, type Answer } from '../../../src/lib/model/answer.ts';
import type { Operation } from '../../../src/lib/model/operation.ts';

/** What the work file of the page holds. Each that is written is as the published schema says. */
export async function saveWork(page: Page): Promise<{ operations: Operation[]; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save your answers as a file' }).click()
  ]);
  const text = await readFile(await download.path(), 'utf8');
  const schema = (await (
    await page.request.get(new URL('/data/work-file.schema.json', page.url()).href)
  ).json()) as object;
  const isValid = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  expect(isValid(JSON.parse(text)), JSON.stringify(isValid.errors)).toBe(true);
  const { operations } = JSON.parse(text) as { operations: Operation[] };
  expect(operations.length).toBeGreaterThan(0);
  return { operations, text };
}

/** The answers that operations make, without the names that each device makes for itself. */
export function recordOf(operations: readonly Operation[]): Record<string, unknown> {
  const work = new Work();
  for (const operation of operations) work.take(operation);
  const keys = new Set(
    operations.flatMap((operation) =>
      operation.type === 'field' ? [[operation.module, operation.step, operation.question].join('/')] : []
    )
  );
  return Object.fromEntries(
    [...keys].sort().map((key) => {
      const answer = work.answer(...(key.split('/') as [string, string, string]));
      return [
        key,
        { ...fieldsOf(answer), picks: picksOf(answer).map(({ label, target, why }) => ({ label, target, why })) }
      ];
    })
  );
}

const fieldsOf = (answer: Answer) =>
  Object.fromEntries(
    Object.entries(answer)
      .filter(([field]) => !field.startsWith('pick/'))
      .sort(([a], [b]) => (a < b ? -1 : 1))
  );
