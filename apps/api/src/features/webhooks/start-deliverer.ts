import { setTimeout as wait } from 'node:timers/promises'
import { webhook } from '@repo/config/limits'
import type { Deps } from '../../http/deps.ts'
import { takeDueDeliveries } from './take-due-deliveries.ts'

export type Deliverer = {
  /** Takes no more work and waits for the attempts under way. */
  stop(): Promise<void>
}

/** Looks for due deliveries once a second, and at once again while there are more than fit. */
export function startDeliverer(deps: Deps): Deliverer {
  const stopping = new AbortController()
  const underWay = new Set<Promise<void>>()
  const warn = (error: unknown) => deps.log.warn({ err: error }, 'webhook delivery failed')
  const pause = () => wait(webhook.pollMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {})

  /** Whether there may be more than could be taken. */
  async function look(): Promise<boolean> {
    const free = webhook.maxConcurrent - underWay.size
    const started = await takeDueDeliveries(deps, free)
    for (const attempt of started) {
      const settled: Promise<void> = attempt.catch(warn).finally(() => underWay.delete(settled))
      underWay.add(settled)
    }
    return started.length === free
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const more = await look().catch((error) => {
        warn(error)
        return false
      })
      await (more ? Promise.race(underWay) : pause())
    }
  }

  const running = run()
  return {
    async stop() {
      stopping.abort()
      await running
      await Promise.all(underWay)
    },
  }
}
