import type { ApiProblem } from '@repo/api-client'
import type { Order } from '@repo/schemas/contract'
import { createStore } from 'zustand/vanilla'

export type Sending =
  | { step: 'idle' | 'sending' }
  /** Not sent yet, tried again by itself (`waiting`) or by a person (`stuck`). */
  | { step: 'waiting' | 'stuck' }
  | { step: 'refused'; problem: ApiProblem }
  | { step: 'sent'; order: Order }

export const sendingStore = createStore<Sending>(() => ({ step: 'idle' }))

export function setSending(sending: Sending): void {
  sendingStore.setState(sending, true)
}

/** Whether an order is on its way: until it has arrived or was refused, the cart stands still. */
export const isUnderWay = ({ step }: Sending): boolean =>
  step === 'sending' || step === 'waiting' || step === 'stuck'
