import type { EventKind, LiveEvent } from '@repo/schemas/contract'
import { parseEventStream } from './parse-event-stream.ts'

export type Connection = {
  connected: boolean
  /** Monotonic time of the last sign of life. */
  heardAtMs: number
}

export type FollowOptions = {
  path: string
  /** `fetch` of a session, which carries the token. */
  fetch: typeof fetch
  /** Cursor of the snapshot that is already shown. */
  cursor: string
  onEvent: (kind: EventKind, event: LiveEvent) => void
  /** Too much was missed: load the whole picture again and return its cursor. */
  onResync: () => Promise<string>
  onState?: (connection: Connection) => void
}

/** A connection that ends sooner is not a success: screens that end each other's streams would never rest. */
const settledMs = 5_000
/** A silent connection is dead: the server sends a heartbeat every 15 s. */
const silenceMs = 35_000
const firstDelayMs = 500
const longestDelayMs = 8_000

/** Follows the live events of the session's own stream, resuming after every break without losing or repeating one. */
export function followEvents(options: FollowOptions): { close(): void; retryNow(): void } {
  const closed = new AbortController()
  let cursor = options.cursor
  let failures = 0
  let wakeEarly = () => {}
  let heardAtMs = performance.now()
  const report = (connected: boolean) => options.onState?.({ connected, heardAtMs })

  /** Whether it ended because the snapshot had to be reloaded. */
  async function connectOnce(): Promise<boolean> {
    const attempt = new AbortController()
    const abort = () => attempt.abort()
    closed.signal.addEventListener('abort', abort)
    globalThis.addEventListener?.('offline', abort)
    let silence = setTimeout(abort, silenceMs)
    const alive = () => {
      heardAtMs = performance.now()
      clearTimeout(silence)
      silence = setTimeout(abort, silenceMs)
      report(true)
    }
    try {
      const response = await options.fetch(options.path, {
        headers: { 'last-event-id': cursor, accept: 'text/event-stream' },
        signal: attempt.signal,
      })
      if (!response.ok || !response.body) throw new Error(`events answered ${response.status}`)
      alive()
      for await (const message of parseEventStream(response.body, alive)) {
        if (message.event === 'resync') {
          cursor = await options.onResync()
          return true
        }
        if (message.id) cursor = message.id
        options.onEvent(message.event as EventKind, JSON.parse(message.data) as LiveEvent)
      }
      return false
    } finally {
      clearTimeout(silence)
      closed.signal.removeEventListener('abort', abort)
      globalThis.removeEventListener?.('offline', abort)
      attempt.abort()
    }
  }

  async function run(): Promise<void> {
    while (!closed.signal.aborted) {
      const startedAtMs = performance.now()
      const isResync = await connectOnce().catch(() => {
        report(false)
        return false
      })
      failures = isResync || performance.now() - startedAtMs >= settledMs ? 0 : failures + 1
      if (!closed.signal.aborted) await pause()
    }
  }

  function pause(): Promise<void> {
    const cap = Math.min(longestDelayMs, firstDelayMs * 2 ** failures)
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.random() * cap)
      wakeEarly = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  const retryNow = () => wakeEarly()
  // The browser knows at once that the network is back; waiting out the pause would be time without events.
  globalThis.addEventListener?.('online', retryNow)
  void run()
  return {
    retryNow,
    close() {
      closed.abort()
      globalThis.removeEventListener?.('online', retryNow)
      wakeEarly()
    },
  }
}
