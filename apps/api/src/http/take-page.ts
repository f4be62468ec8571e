/** A page of rows, cut from one row more than fits, and the cursor for the next page. */
export function takePage<Row>(
  rows: readonly Row[],
  limit: number,
  idOf: (row: Row) => string,
): { shown: Row[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { shown, next: last !== undefined && rows.length > limit ? idOf(last) : null }
}
