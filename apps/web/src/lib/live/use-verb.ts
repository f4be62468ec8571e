'use client'

import { ApiProblem, isUnanswered } from '@repo/api-client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from '@/components/ui/toast-store.ts'
import { useLive } from './live-branch.tsx'

const overtaken = ['CONFLICT', 'STATE_INVALID', 'SESSION_CLOSED', 'NOT_FOUND']

/** Runs one verb at a time; it is over when the pictures show what it did, or when a notice has said why not. */
export function useVerb() {
  const t = useTranslations('staffBoard.problem')
  const { feed } = useLive()
  const [busy, setBusy] = useState(false)

  async function run(work: () => Promise<unknown>): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    try {
      await work()
      return true
    } catch (error) {
      toast({ tone: 'failed', message: t(problemOf(error)) })
      return false
    } finally {
      await feed?.lookAgain()
      setBusy(false)
    }
  }
  return { busy, run }
}

function problemOf(error: unknown) {
  const code = error instanceof ApiProblem ? error.code : 'INTERNAL'
  if (code === 'RATE_LIMITED') return 'tooFast'
  if (isUnanswered(code)) return 'offline'
  return overtaken.includes(code) ? 'overtaken' : 'refused'
}
