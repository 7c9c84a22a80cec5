/** The columns by which a table of events can be put in order. */
export const columns = ['date', 'event', 'lane', 'place', 'sources', 'certainty'] as const;
export type Column = (typeof columns)[number];

/** An order of rows. */
export interface Order {
  readonly by: Column;
  readonly isDescending: boolean;
}

/** What stands in a row, as it is put in order; null where it is not known. */
export type TableRow = Readonly<Record<Column, string | number | null>>;

/**
 * Rows in the order of one column. Where they are equal in it they stay as they were, in order of
 * time, whichever way the column runs; what is not known comes last.
 * @param compare how words are put in order in the reader's language
 */
export function orderRows<R extends TableRow>(
  rows: readonly R[],
  { by, isDescending }: Order,
  compare: (a: string, b: string) => number
): R[] {
  const way = isDescending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [one, other] = [a[by], b[by]];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return way * (typeof one === 'number' ? one - Number(other) : compare(one, String(other)));
  });
}

/** The order after a column's heading was pressed: by it, or the other way round where it was so already. */
export const turnOrder = (order: Order, by: Column): Order => ({
  by,
  isDescending: order.by === by && !order.isDescending
});
