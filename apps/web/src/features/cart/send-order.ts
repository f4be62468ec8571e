import { ApiProblem, unwrap } from '@repo/api-client'
import type { PlaceOrderInput } from '@repo/schemas/contract'
import { cart } from '@/stores/cart-store.ts'
import { customer, type TableRoute } from '@/stores/customer-store.ts'
import { guestApi } from '@/stores/guest-session.ts'
import {
  forgetPendingOrder,
  keepPendingOrder,
  type PendingOrder,
  readPendingOrder,
} from '@/stores/pending-order.ts'
import { deliver, isUndecided } from './deliver.ts'
import { isUnderWay, sendingStore, setSending } from './sending-store.ts'

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
  else if (step === 'stuck') setSending({ step: 'idle' })
}

async function send(route: TableRoute, { key, body }: PendingOrder): Promise<void> {
  setSending({ step: 'sending' })
  try {
    const order = await deliver({
      send: () =>
        unwrap(
          guestApi.orders.customer.orders.$post({ json: body }, { headers: { 'idempotency-key': key } }),
        ),
      pause: pauseOrOnline,
      onUnanswered: () => setSending({ step: 'waiting' }),
    })
    forgetPendingOrder(route)
    cart.clearRound()
    customer.rememberOrder(order.id)
    setSending({ step: 'sent', order })
  } catch (error) {
    if (isUndecided(error)) return setSending({ step: 'stuck' })
    forgetPendingOrder(route)
    setSending({ step: 'refused', problem: error instanceof ApiProblem ? error : new ApiProblem('INTERNAL') })
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
