import { setTimeout as sleep } from 'node:timers/promises'
import { type Ask, exchange, type Reply } from './exchange.ts'
import type { Options } from './options.ts'
import { Skipped } from './skipped.ts'
import { turns } from './turns.ts'

export type Send = (path: string, ask?: Ask & { mayBeLimited?: boolean }) => Promise<Reply>

/** The deployment under test. */
export type Target = {
  options: Options
  /** Sends one request to the site, politely: few at a time, and an unprovoked 429 is waited out. */
  send: Send
  /** Ends when the time of the whole run does. */
  signal: AbortSignal
  /** What to undo after the run, such as sign-ins. The run's time may be over by then. */
  cleanUps: ((send: Send) => Promise<unknown>)[]
}

const maxInFlight = 6
const requestMs = 8_000
const maxWaitSeconds = 5
const maxTries = 3

/**
 * @param signal ends every request in flight
 * @throws Skipped from `send` when the limit of this address is used up
 */
export function createTarget(options: Options, signal: AbortSignal): Target {
  const takeTurn = turns(maxInFlight)
  const { site, ca } = options
  const once = (path: string, ask: Ask): Promise<Reply> =>
    takeTurn(() => {
      const limited = AbortSignal.any([signal, AbortSignal.timeout(requestMs)])
      return exchange(site, path, ask, { signal: limited, ca })
    })
  async function send(path: string, ask: Ask & { mayBeLimited?: boolean } = {}): Promise<Reply> {
    for (let tries = 1; ; tries++) {
      const reply = await once(path, ask)
      const waitSeconds = Number(reply.headers['retry-after'])
      if (reply.status !== 429 || ask.mayBeLimited) return reply
      const isWorthIt = tries < maxTries && waitSeconds > 0 && waitSeconds <= maxWaitSeconds
      if (!isWorthIt)
        throw new Skipped(`this address has used up its limit: again in ${waitSeconds || '?'} s`)
      await sleep(waitSeconds * 1_000, undefined, { signal })
    }
  }
  return { options, send, signal, cleanUps: [] }
}

/** Makes something once for each target, however many checks ask for it. */
export function perTarget<T>(make: (target: Target) => Promise<T>): (target: Target) => Promise<T> {
  const made = new WeakMap<Target, Promise<T>>()
  return (target) => {
    const existing = made.get(target)
    if (existing) return existing
    const promise = make(target)
    made.set(target, promise)
    return promise
  }
}
