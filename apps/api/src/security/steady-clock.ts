/**
 * A clock in ms that never goes back: when the one it reads is set back, it continues from where it was. A count that it
 * times is neither forgotten nor kept for longer.
 */
export function createSteadyClock(read: () => number): () => number {
  let offsetMs = 0
  let lastMs = Number.NEGATIVE_INFINITY
  return () => {
    const readMs = read()
    offsetMs = Math.max(offsetMs, lastMs - readMs)
    lastMs = readMs + offsetMs
    return lastMs
  }
}
