import type { TableRoute } from './customer-store.ts'

/**
 * Where this browser last took a seat, for a return in a new tab: whether a cookie is worth trying cannot be seen
 * by scripts. It says no more than the address on the table's card.
 */
const key = 'restai.seat'

const textOf = ({ branchSlug, tableCode }: TableRoute) => `${branchSlug}/${tableCode}`

export function rememberSeat(route: TableRoute): void {
  try {
    localStorage.setItem(key, textOf(route))
  } catch {
    // Full or forbidden: coming back in a new tab then means to join again.
  }
}

export function hadSeat(route: TableRoute): boolean {
  try {
    return localStorage.getItem(key) === textOf(route)
  } catch {
    return false
  }
}

export function forgetSeat(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // As above.
  }
}
