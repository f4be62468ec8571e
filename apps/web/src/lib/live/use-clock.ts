'use client'

import { useEffect, useState } from 'react'

/** Re-renders every second with the time that `read` gives. */
export function useClock(read: () => Date): Date {
  const [now, setNow] = useState(read)
  useEffect(() => {
    const timer = setInterval(() => setNow(read()), 1_000)
    return () => clearInterval(timer)
  }, [read])
  return now
}
