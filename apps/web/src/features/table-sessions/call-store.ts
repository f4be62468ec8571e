import type { ProblemCode } from '@repo/api-client'
import type { ServiceCall } from '@repo/schemas/contract'
import { createStore } from 'zustand/vanilla'

type Kind = ServiceCall['kind']

type CallState = {
  /** Asked for and not answered yet. */
  underWay: Kind | null
  problem: { kind: Kind; code: ProblemCode } | null
}

export const callStore = createStore<CallState>(() => ({ underWay: null, problem: null }))

/** Calls a waiter or asks for the bill; whoever watches the table carries it out. */
export function callFor(kind: Kind): void {
  if (callStore.getState().underWay === null) callStore.setState({ underWay: kind, problem: null })
}
