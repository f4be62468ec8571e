'use client'

import { useEffect, useState } from 'react'
import { useLive } from './live-branch.tsx'

type Snapshot = { cursor: string; serverTime: string }

export type Shown<T> = {
  data: T | null
  /** Why the snapshot will not come; trying again is `feed.lookAgain`. */
  problem: unknown
}

/** A picture of the branch that looks again whenever something happens there. `load` null: not for this role. */
export function useSnapshot<T extends Snapshot>(load: (() => Promise<T>) | null): Shown<T> {
  const { feed, synchronize } = useLive()
  const [shown, setShown] = useState<Shown<T>>({ data: null, problem: null })
  useEffect(() => {
    if (!feed || !load) return
    let wanted = true
    const leave = feed.watch({
      async load() {
        const data = await load()
        synchronize(data.serverTime)
        if (wanted) setShown({ data, problem: null })
        return data.cursor
      },
      onRefused: (problem) => setShown(({ data }) => ({ data, problem })),
    })
    return () => {
      wanted = false
      leave()
    }
  }, [feed, load, synchronize])
  return shown
}
