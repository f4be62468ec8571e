import { setTimeout as wait } from 'node:timers/promises'
import { webhook } from '@repo/config/limits'
import type { Deps } from '../../http/deps.ts'
import { takeDueDeliveries } from './take-due-deliveries.ts'

export type Deliverer = {
  /** Takes no further work and waits for the attempts in flight. */
  stop(): Promise<void>
}

/** Looks for due deliveries once a second, and whenever an attempt has ended. */
export function startDeliverer(deps: Deps): Deliverer {
  const stopping = new AbortController()
  /** Each with the organization it is for. */
  const underWay = new Map<Promise<void>, string>()
  const warn = (error: unknown) => deps.log.warn({ err: error }, 'webhook delivery failed')
  const pause = () => wait(webhook.pollMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {})

  async function look(): Promise<void> {
    const max = webhook.maxConcurrent - underWay.size
    const started = await takeDueDeliveries(deps, { max, busy: [...underWay.values()] })
    for (const { organizationId, ended } of started) {
      const settled: Promise<void> = ended.catch(warn).finally(() => underWay.delete(settled))
      underWay.set(settled, organizationId)
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await look().catch(warn)
      await Promise.race([pause(), ...underWay.keys()])
    }
  }

  const running = run()
  return {
    async stop() {
      stopping.abort()
      await running
      await Promise.all(underWay.keys())
    },
  }
}
