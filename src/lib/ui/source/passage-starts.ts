import type { Excerpt, Run } from '#lib/model/excerpt.ts';

/** The passages that begin with each run: a passage of several pieces begins with its first. */
export function passageStarts({ paragraphs }: Excerpt): Map<Run, readonly string[]> {
  const seen = new Set<string>();
  return new Map(
    paragraphs
      .flatMap(({ runs }) => runs)
      .map((run) => {
        const fresh = run.passages.filter((id) => !seen.has(id));
        fresh.forEach((id) => seen.add(id));
        return [run, fresh] as const;
      })
  );
}
