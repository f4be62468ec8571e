import type { Database } from '@repo/db'
import type { Logger } from 'pino'

export type Job = {
  name: string
  everySeconds: number
  /** What was done, for the log. */
  run(): Promise<Record<string, number>>
}

type Options = { database: Database; log: Logger; jobs: readonly Job[] }

/**
 * Runs each job once per span over all processes: the one that claims the span in the database runs it. A job that fails is
 * tried again with the next span, so jobs must be safe to repeat. Returns how to stop; work under way is waited for.
 */
export function schedule({ database, log, jobs }: Options): () => Promise<void> {
  const underWay = new Set<Promise<void>>()
  const timers = jobs.map((job) => {
    const tick = () => {
      const run = runIfClaimed(database, log, job).finally(() => underWay.delete(run))
      underWay.add(run)
    }
    tick()
    // Checks more often than it runs, so that a later process takes over from one that is gone.
    return setInterval(tick, Math.min(job.everySeconds * 1_000, 60_000)).unref()
  })
  return async () => {
    for (const timer of timers) clearInterval(timer)
    await Promise.all(underWay)
  }
}

export async function runIfClaimed(database: Database, log: Logger, job: Job): Promise<void> {
  try {
    const [row] = await database<{ claimed: boolean }[]>`
      select app.claim_run(${job.name}, ${job.everySeconds}) as claimed`
    if (row?.claimed) log.info({ job: job.name, ...(await job.run()) }, 'job done')
  } catch (error) {
    log.error({ job: job.name, err: error }, 'job failed')
  }
}
