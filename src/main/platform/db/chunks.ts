/** Writes many rows in few statements: SQLite takes at most 32,766 values in one. */

const ROWS_PER_STATEMENT = 400

export async function inChunks<Row>(
  rows: readonly Row[],
  write: (some: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT)
    await write(rows.slice(from, from + ROWS_PER_STATEMENT))
}
