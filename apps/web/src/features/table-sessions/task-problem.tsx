'use client'

import type { ProblemCode } from '@repo/api-client'
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Strip } from '@/components/ui/strip.tsx'

/** What did not happen, and what to do about it. */
export function TaskProblem({ problem }: { problem: ProblemCode | null }) {
  const t = useTranslations('tableSession.problem')
  if (!problem) return null
  return (
    <Strip tone="danger" urgent icon={<CircleAlert size={22} />}>
      {t(isWorded(problem) ? problem : 'other')}
    </Strip>
  )
}

const worded = [
  'OFFLINE',
  'RATE_LIMITED',
  'JOIN_CODE_INVALID',
  'STATE_INVALID',
  'SESSION_CLOSED',
  'VALIDATION_FAILED',
  'GUEST_PENDING',
] as const

function isWorded(code: ProblemCode): code is (typeof worded)[number] {
  return worded.some((known) => known === code)
}
