import { createStore } from 'zustand/vanilla'
import type { Criteria } from './find-dishes.ts'

type FinderState = Criteria & {
  /** Ids of the dishes to show; null shows the whole menu. */
  shown: ReadonlySet<string> | null
  unknownCount: number
}

export const noCriteria: Criteria = { query: '', diets: [], avoid: [] }

/** What the guest looks for. Kept in memory alone: what somebody cannot eat is nobody's business. */
export const finderStore = createStore<FinderState>(() => ({ ...noCriteria, shown: null, unknownCount: 0 }))
