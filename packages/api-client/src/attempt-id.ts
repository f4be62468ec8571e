/**
 * The id of the current renewal attempt: shared by tabs and kept until the renewal succeeds, so that a repeat after a
 * lost reply gets the same successor. It is not a secret.
 */
export type AttemptId = { current(): string; replace(): void }

export function createAttemptId(storageKey: string): AttemptId {
  let fallback = crypto.randomUUID()
  const replace = () => {
    fallback = crypto.randomUUID()
    try {
      localStorage.setItem(storageKey, fallback)
    } catch {
      // Storage may be full or forbidden; the id then lives as long as the page.
    }
  }
  return {
    replace,
    current() {
      try {
        const stored = localStorage.getItem(storageKey)
        if (stored) return stored
        localStorage.setItem(storageKey, fallback)
      } catch {
        // As above.
      }
      return fallback
    },
  }
}
