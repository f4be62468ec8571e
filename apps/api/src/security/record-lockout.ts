import type { Ctx } from '../http/ctx.ts'
import { hashNetwork } from './hash-network.ts'
import { recordSecurityEvent } from './record-security-event.ts'

/** Records that an account is locked for a network or a browser, once while the lock lasts. */
export async function recordLockout(ctx: Ctx, limitKey: string, userId: string | null): Promise<void> {
  const { deps, author, clientAddress } = ctx
  try {
    await deps.limiter.takeKey('lockoutRecord', limitKey)
  } catch {
    return
  }
  await recordSecurityEvent(deps, author, 'auth.lockout', {
    userId,
    network: hashNetwork(deps, clientAddress),
  })
}
