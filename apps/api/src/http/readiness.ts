import { timeout } from '@repo/config/limits'
import type { Database } from '@repo/db'

/** Whether this process can take requests. */
export type Readiness = {
  /** Set when the process has been told to stop. */
  draining: boolean
  /** Whether PostgreSQL answers; asked once a second at most, however many callers ask. */
  databaseAnswers(): Promise<boolean>
}

const freshMs = 1_000

/** `probe` has its own connection: an exhausted pool does not mean that the database is down. */
export function createReadiness(probe: Database): Readiness {
  let askedAtMs = Number.NEGATIVE_INFINITY
  let answer = Promise.resolve(false)
  return {
    draining: false,
    databaseAnswers() {
      if (performance.now() - askedAtMs > freshMs) {
        askedAtMs = performance.now()
        answer = ask(probe)
      }
      return answer
    },
  }
}

async function ask(probe: Database): Promise<boolean> {
  const { promise: tooLate, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(resolve, timeout.probeMs, false)
  const answers = probe`select 1`.then(
    () => true,
    () => false,
  )
  try {
    return await Promise.race([answers, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
