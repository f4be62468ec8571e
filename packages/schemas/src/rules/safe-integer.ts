/** Returns the number; a RangeError if it is not an integer that a double holds exactly. */
export function requireInteger(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a safe integer`)
  return value
}

/** Returns the number; a RangeError if it is not a safe integer or is below 0. */
export function requireNatural(value: number): number {
  if (requireInteger(value) < 0) throw new RangeError(`${value} is negative`)
  return value
}

/** Exact sum; a RangeError once it leaves the safe integers. */
export function sumExact(values: readonly number[]): number {
  return values.reduce((sum, value) => requireInteger(sum + requireInteger(value)), 0)
}
