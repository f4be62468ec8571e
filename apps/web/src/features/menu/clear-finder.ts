import { finderStore, noCriteria } from './finder-store.ts'

/** Shows the whole menu again. */
export function clearFinder(): void {
  finderStore.setState(noCriteria)
}
