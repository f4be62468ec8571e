import { can, type Role } from '@repo/auth/policy'
import type { Order } from '@repo/schemas/contract'

/** What somebody with this role may do with these plates now; null when there is nothing to do. */
export function whichVerb(order: Order, lines: Order['lines'], role: Role): 'decide' | 'serve' | null {
  if (order.state === 'pending') return can(role, 'order:confirm') ? 'decide' : null
  return can(role, 'order:serve') && lines.some(({ state }) => state === 'ready') ? 'serve' : null
}
