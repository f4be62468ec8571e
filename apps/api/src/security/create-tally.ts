import { audit } from '@repo/config/limits'
import type { Author } from '@repo/db'
import type { SecurityPayload } from '@repo/schemas/contract'

type TallyKind = 'auth.token_rejected' | 'input.suspicious'

/** One kind of event of one network, and how often it happened; the facts are those of the first. */
export type Tallied = {
  [K in TallyKind]: { kind: K; author: Author; payload: SecurityPayload<K> }
}[TallyKind]

type Sighting = { [K in TallyKind]: { kind: K; payload: Omit<SecurityPayload<K>, 'count'> } }[TallyKind]

/** Gathers what happens too often to be recorded one by one. */
export type Tally = {
  add(sighting: Sighting, author: Author): void
  /** Records what was gathered; an exiting process does so too. */
  flush(): Promise<void>
}

type Held = { sighting: Sighting; author: Author; count: number; isHot: boolean }

/**
 * One entry per kind, network and window, recorded when the window ends, or once earlier when it alone warrants an
 * alert. However many networks send however much, a window records a bounded number. `record` must not reject.
 */
export function createTally(record: (tallied: Tallied) => Promise<void>): Tally {
  const { windowSeconds, maxNetworks } = audit.tally
  let held = new Map<string, Held>()
  let recording = Promise.resolve()

  function flush(): Promise<void> {
    for (const one of held.values()) release(one)
    held = new Map()
    return recording
  }

  function release(one: Held): void {
    const { sighting, author, count } = one
    if (count === 0) return
    one.count = 0
    const tallied = { kind: sighting.kind, author, payload: { ...sighting.payload, count } } as Tallied
    recording = recording.then(() => record(tallied))
  }

  return {
    flush,
    add(sighting, author) {
      if (held.size === 0) setTimeout(() => void flush(), windowSeconds * 1_000).unref()
      const own = `${sighting.kind}|${sighting.payload.network}`
      const isFull = held.size >= maxNetworks && !held.has(own)
      const key = isFull ? sighting.kind : own
      const payload = isFull ? { ...sighting.payload, network: null } : sighting.payload
      const one = held.get(key) ?? {
        sighting: { ...sighting, payload } as Sighting,
        author,
        count: 0,
        isHot: false,
      }
      held.set(key, one)
      one.count += 1
      if (one.isHot || isFull || one.count < audit.badInputAlert.count) return
      one.isHot = true
      release(one)
    },
  }
}
