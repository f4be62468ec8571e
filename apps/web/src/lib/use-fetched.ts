import { useEffect, useState } from 'react'

const retryMs = 2_000

/**
 * A part of the page that is fetched when it is wanted, null until it is there. A lost network is waited out: unlike
 * `React.lazy`, which keeps a failure for as long as the page lives, it is fetched again. `load` must not change.
 */
export function useFetched<Part>(load: () => Promise<Part>, isWanted: boolean): Part | null {
  const [fetched, setFetched] = useState<{ part: Part } | null>(null)
  const isMissing = isWanted && fetched === null

  useEffect(() => {
    if (!isMissing) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isStopped = false
    const attempt = () => {
      load().then(
        (part) => !isStopped && setFetched({ part }),
        () => {
          if (!isStopped) timer = setTimeout(attempt, retryMs)
        },
      )
    }
    attempt()
    return () => {
      isStopped = true
      clearTimeout(timer)
    }
  }, [isMissing, load])

  return fetched?.part ?? null
}
