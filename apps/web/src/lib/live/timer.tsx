'use client'

import { formatTimer } from './format-timer.ts'
import { useNow } from './live-branch.tsx'

/** Time since an instant, counting. */
export function Timer({ since, className }: { since: string; className?: string }) {
  const ageMs = Math.max(0, useNow().getTime() - Date.parse(since))
  return (
    <time dateTime={since} className={`figures ${className ?? ''}`}>
      {formatTimer(ageMs)}
    </time>
  )
}
