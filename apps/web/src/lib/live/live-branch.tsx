'use client'

import type { Connection } from '@repo/api-client'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { staffSession } from '../staff/staff-session.ts'
import type { StaffBranch } from '../staff/use-staff.ts'
import { type BranchFeed, createBranchFeed } from './branch-feed.ts'
import { useClock } from './use-clock.ts'

type Live = {
  branch: StaffBranch
  /** Null until the page has started. */
  feed: BranchFeed | null
  connection: Connection
  /** Takes the server's clock from a snapshot that has just arrived. */
  synchronize: (serverTime: string) => void
}

const LiveContext = createContext<Live | null>(null)
const NowContext = createContext(new Date(0))

/** One live connection to the branch for everything inside, and a clock that goes by the server's. */
export function LiveBranch({ branch, children }: { branch: StaffBranch; children: ReactNode }) {
  const { feed, connection } = useFeed(branch.id)
  const clockOffsetMs = useRef(0)
  const now = useClock(useCallback(() => new Date(Date.now() + clockOffsetMs.current), []))
  const synchronize = useCallback((serverTime: string) => {
    clockOffsetMs.current = Date.parse(serverTime) - Date.now()
  }, [])
  const live = useMemo(
    () => ({ branch, feed, connection, synchronize }),
    [branch, feed, connection, synchronize],
  )
  return (
    <LiveContext value={live}>
      <NowContext value={now}>{children}</NowContext>
    </LiveContext>
  )
}

export function useLive(): Live {
  const live = useContext(LiveContext)
  if (!live) throw new Error('useLive needs a LiveBranch around it')
  return live
}

/** The server's time, once a second. */
export const useNow = (): Date => useContext(NowContext)

function useFeed(branchId: string) {
  const [feed, setFeed] = useState<BranchFeed | null>(null)
  const [connection, setConnection] = useState<Connection>({ connected: true, heardAtMs: 0 })
  useEffect(() => {
    const next = createBranchFeed({
      path: `/api/branches/${branchId}/events`,
      fetch: staffSession.fetch,
      // While the connection is live, the age of its last message does not matter.
      onConnection: (now) =>
        setConnection((before) => (now.connected && before.connected && before.heardAtMs > 0 ? before : now)),
    })
    const wake = () => document.visibilityState === 'visible' && next.retryNow()
    setFeed(next)
    addEventListener('online', wake)
    addEventListener('offline', next.lookAgain)
    document.addEventListener('visibilitychange', wake)
    return () => {
      removeEventListener('online', wake)
      removeEventListener('offline', next.lookAgain)
      document.removeEventListener('visibilitychange', wake)
      next.close()
    }
  }, [branchId])
  return { feed, connection }
}
