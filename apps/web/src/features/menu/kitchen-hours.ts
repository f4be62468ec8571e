import type { PublicBranch } from '@repo/schemas/contract'
import { isOpenAt, nextOpening } from '@repo/schemas/rules'

export type KitchenHours =
  | { state: 'open' | 'paused' }
  /** `opensAt` in ISO 8601; null when the branch names no further hours. */
  | { state: 'closed'; opensAt: string | null }

/** Whether the branch takes orders at an instant. */
export function kitchenHours(branch: PublicBranch, now: Date): KitchenHours {
  const { openingHours, timeZone, orderingPaused } = branch
  if (!isOpenAt(openingHours, now, timeZone)) {
    return { state: 'closed', opensAt: nextOpening(openingHours, now, timeZone)?.toISOString() ?? null }
  }
  return { state: orderingPaused ? 'paused' : 'open' }
}
