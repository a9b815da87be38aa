import type { TableRows } from './table-column.ts';

/** The first rows of a source, and a way to read all of them once, the first included. */
export type PeekedRows<Row> = {
  readonly first: readonly Row[];
  readonly all: AsyncIterable<Row>;
  /** Closes the source; to be called when the writer ends, however it ends. */
  close(): Promise<void>;
};

/**
 * Reads up to `count` rows ahead, so that column widths can be measured before the first row is written. An error of
 * the source passes through unchanged.
 */
export async function peekRows<Row>(rows: TableRows<Row>, count: number): Promise<PeekedRows<Row>> {
  const source = iterate(rows);
  const first: Row[] = [];
  while (first.length < count) {
    const next = await source.next();
    if (next.done === true) break;
    first.push(next.value);
  }
  return {
    first,
    all: replay(first, source),
    close: async () => {
      await source.return();
    },
  };
}

async function* iterate<Row>(rows: TableRows<Row>): AsyncGenerator<Row, void, undefined> {
  yield* rows;
}

async function* replay<Row>(first: readonly Row[], source: AsyncGenerator<Row, void, undefined>) {
  yield* first;
  yield* source;
}
