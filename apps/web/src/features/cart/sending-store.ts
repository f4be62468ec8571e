import { ApiProblem, unwrap } from '@repo/api-client'
import type { Order, PlaceOrderInput } from '@repo/schemas/contract'
import { createStore } from 'zustand/vanilla'
import { cart } from '@/stores/cart-store.ts'
import { customer, type TableRoute } from '@/stores/customer-store.ts'
import { guestApi } from '@/stores/guest-session.ts'
import { deliver, isUnanswered } from './deliver.ts'
import { forgetPendingOrder, keepPendingOrder, type PendingOrder, readPendingOrder } from './pending-order.ts'

export type Sending =
  | { step: 'idle' | 'sending' }
  /** Not sent yet, tried again by itself (`waiting`) or by a person (`stuck`). */
  | { step: 'waiting' | 'stuck' }
  | { step: 'refused'; problem: ApiProblem }
  | { step: 'sent'; order: Order }

export const sendingStore = createStore<Sending>(() => ({ step: 'idle' }))

/** Whether an order is on its way: until it has arrived or was refused, the cart stands still. */
export const isUnderWay = ({ step }: Sending): boolean =>
  step === 'sending' || step === 'waiting' || step === 'stuck'

/** Sends what the guest just confirmed, under a key of its own. A second tap finds it on its way and does nothing. */
export async function confirmOrder(route: TableRoute, body: PlaceOrderInput): Promise<void> {
  if (isUnderWay(sendingStore.getState())) return
  const order = { key: crypto.randomUUID(), body }
  keepPendingOrder(route, order)
  await send(route, order)
}

/** Sends again what has no answer yet: after a reload, or when a person asks for it. */
export async function resumeOrder(route: TableRoute): Promise<void> {
  const { step } = sendingStore.getState()
  if (step === 'sending' || step === 'waiting') return
  const order = readPendingOrder(route)
  if (order) await send(route, order)
  else if (step === 'stuck') sendingStore.setState({ step: 'idle' }, true)
}

export function settleSending(): void {
  sendingStore.setState({ step: 'idle' }, true)
}

async function send(route: TableRoute, { key, body }: PendingOrder): Promise<void> {
  sendingStore.setState({ step: 'sending' }, true)
  try {
    const placed = await deliver({
      send: () =>
        unwrap(
          guestApi.orders.customer.orders.$post({ json: body }, { headers: { 'idempotency-key': key } }),
        ),
      pause: pauseOrOnline,
      onUnanswered: () => sendingStore.setState({ step: 'waiting' }, true),
    })
    forgetPendingOrder(route)
    cart.clearRound()
    customer.rememberOrder(placed.id)
    sendingStore.setState({ step: 'sent', order: placed }, true)
  } catch (error) {
    if (isUnanswered(error)) return sendingStore.setState({ step: 'stuck' }, true)
    forgetPendingOrder(route)
    const problem = error instanceof ApiProblem ? error : new ApiProblem('INTERNAL')
    sendingStore.setState({ step: 'refused', problem }, true)
  }
}

function pauseOrOnline(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, delayMs)
    addEventListener('online', done)
  })
}
