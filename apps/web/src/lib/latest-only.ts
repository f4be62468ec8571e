/** Runs `work` at most once at a time; calls that come meanwhile share one more run after it. */
export function latestOnly<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined
  let queued: Promise<T> | undefined
  const start = () => {
    running = work().finally(() => {
      running = undefined
    })
    return running
  }
  return () => {
    if (!running) return start()
    queued ??= running
      .catch(() => undefined)
      .then(() => {
        queued = undefined
        return running ?? start()
      })
    return queued
  }
}
