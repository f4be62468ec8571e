import { ApiProblem, type ProblemCode } from '@repo/api-client'
import { useState } from 'react'

/** Runs one call at a time and keeps what went wrong as a code, for the screen to put into words. */
export function useTask() {
  const [state, setState] = useState<{ isBusy: boolean; problem: ProblemCode | null }>(idle)
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    setState({ isBusy: true, problem: null })
    try {
      await work()
      setState(idle)
    } catch (error) {
      setState({ isBusy: false, problem: error instanceof ApiProblem ? error.code : 'INTERNAL' })
    }
  }
  return { ...state, run, reset: () => setState(idle) }
}

const idle = { isBusy: false, problem: null }
