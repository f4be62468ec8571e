/** The rows of a page out of those and one more, and what to ask for the next page with. */
export function takePage<Row>(
  rows: readonly Row[],
  limit: number,
  idOf: (row: Row) => string,
): { shown: Row[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { shown, next: last !== undefined && rows.length > limit ? idOf(last) : null }
}
