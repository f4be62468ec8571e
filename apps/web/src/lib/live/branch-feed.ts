import { ApiProblem, type Connection, followEvents, pauseMs } from '@repo/api-client'
import { latestOnly } from '../latest-only.ts'
import { isRefused } from './is-refused.ts'

type FeedOptions = {
  /** Address of the branch's live events. */
  path: string
  /** `fetch` of a session, which carries the token. */
  fetch: typeof fetch
  onConnection: (connection: Connection) => void
  retryMs?: number
}

type Watch = {
  /** Loads and shows a snapshot; returns its cursor. */
  load: () => Promise<string>
  /** The snapshot will not come, however often it is asked for. Without it, it is asked for all the same. */
  onRefused?: (error: unknown) => void
}

export type BranchFeed = {
  /** Shows a snapshot and keeps it true. Returns how to stop. */
  watch(watch: Watch): () => void
  /** Loads every snapshot anew; resolves when each shows at least what was true at the call. */
  lookAgain(): Promise<void>
  retryNow(): void
  close(): void
}

/**
 * One live connection for all that a page shows of a branch: every event, whatever it tells, makes each snapshot look
 * again, one load in flight and one queued.
 */
export function createBranchFeed({ path, fetch, onConnection, retryMs = 2_000 }: FeedOptions): BranchFeed {
  const watchers = new Set<Watcher>()
  let stream: Connection = { connected: true, heardAtMs: performance.now() }
  let follower: ReturnType<typeof followEvents> | undefined
  let firstLook: Promise<unknown> = Promise.resolve()

  const report = () => {
    const isStale = [...watchers].some(({ stale }) => stale)
    onConnection({ ...stream, connected: stream.connected && !isStale })
  }
  const all = () => Promise.all([...watchers].map(look)).then(() => {})

  async function look(watcher: Watcher): Promise<void> {
    try {
      const cursor = await watcher.load()
      if (!watchers.has(watcher)) return
      watcher.stale = false
      follower ??= follow(cursor)
    } catch (error) {
      if (!watchers.has(watcher)) return
      if (watcher.onRefused && isRefused(error)) return watcher.onRefused(error)
      watcher.stale = true
      clearTimeout(watcher.retry)
      watcher.retry = setTimeout(() => void look(watcher), pauseMs(error, retryMs))
    }
    report()
  }

  const follow = (cursor: string) =>
    followEvents({
      path,
      fetch,
      cursor,
      onEvent: () => void all(),
      onResync: resync,
      onState(state) {
        stream = state
        report()
      },
    })

  /** The others look after the first, so that no event lies between its cursor and what they show. */
  async function resync(): Promise<string> {
    const [first, ...others] = watchers
    if (!first) throw new ApiProblem('OFFLINE')
    const cursor = await first.load()
    await Promise.all(others.map(look))
    return cursor
  }

  return {
    watch({ load, ...rest }) {
      const watcher: Watcher = { ...rest, load: latestOnly(load), stale: false, retry: undefined }
      watchers.add(watcher)
      // Until events are followed, snapshots are loaded one after the other, for the same reason.
      if (follower) void look(watcher)
      else firstLook = firstLook.then(() => look(watcher))
      return () => {
        clearTimeout(watcher.retry)
        watchers.delete(watcher)
        report()
      }
    },
    lookAgain: all,
    retryNow() {
      follower?.retryNow()
      void all()
    },
    close() {
      for (const watcher of watchers) clearTimeout(watcher.retry)
      watchers.clear()
      follower?.close()
    },
  }
}

type Watcher = Watch & {
  /** The last look failed, so what is shown may be old. */
  stale: boolean
  retry: ReturnType<typeof setTimeout> | undefined
}
