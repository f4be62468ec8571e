/** ISO 8601, as instants are written to the database; with negative `seconds` an instant before. */
export const secondsAfter = (instant: Date, seconds: number): string =>
  new Date(instant.getTime() + seconds * 1_000).toISOString()
