import { createStore } from 'zustand/vanilla'
import type { PriceTerms } from './price-cart.ts'
import type { CartChange } from './review-cart.ts'

type ReviewState = {
  /** What changed under the guest since they chose, until they have seen it. */
  changes: CartChange[]
  /** The branch's terms of this moment; null until they were asked for. */
  terms: PriceTerms | null
}

export const reviewStore = createStore<ReviewState>(() => ({ changes: [], terms: null }))

export function dismissChanges(): void {
  reviewStore.setState({ changes: [] })
}
