import { unwrap } from '@repo/api-client'
import { cart, lineKey } from '@/stores/cart-store.ts'
import { publicApi } from '@/stores/guest-session.ts'
import { type CartChange, reviewCart } from './review-cart.ts'
import { reviewStore } from './review-store.ts'
import { isUnderWay, sendingStore } from './sending-store.ts'

let reviews = 0

type Review = { branchSlug: string; locale: 'en' | 'es' }

/** Holds the cart against the newest menu. Without a network it stays as it is; the server has the last word anyway. */
export async function reviewNow({ branchSlug, locale }: Review): Promise<void> {
  if (cart.store.getState().lines.length === 0 || isUnderWay(sendingStore.getState())) return
  reviews += 1
  const mine = reviews
  const call = publicApi.menu.customer[':branchSlug'].menu.$get({ param: { branchSlug }, query: { locale } })
  const menu = await unwrap(call).catch(() => undefined)
  // What a later look saw is newer, whichever answer came first.
  if (!menu || mine !== reviews || isUnderWay(sendingStore.getState())) return
  const { taxMode, serviceChargePpm } = menu.branch
  const review = reviewCart(cart.store.getState().lines, menu)
  cart.setLines(review.lines)
  const isNews = new Set(review.changes.map(keyOf))
  reviewStore.setState(({ changes }) => ({
    terms: { taxMode, serviceChargePpm },
    changes: [...changes.filter((change) => !isNews.has(keyOf(change))), ...review.changes],
  }))
}

export const keyOf = ({ kind, line }: CartChange): string => `${kind} ${lineKey(line)}`
