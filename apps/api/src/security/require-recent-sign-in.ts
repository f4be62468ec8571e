import type { Actor } from '@repo/auth'
import { stepUp } from '@repo/config/limits'
import { ApiError } from '../http/api-error.ts'

/** @throws STEP_UP_REQUIRED when the person proved who they are too long ago for a sensitive change */
export function requireRecentSignIn(actor: Actor, now: Date): void {
  const provedAtMs = 'authenticatedAtMs' in actor ? actor.authenticatedAtMs : 0
  if (now.getTime() - provedAtMs > stepUp.maxAgeSeconds * 1_000) throw new ApiError('STEP_UP_REQUIRED')
}
