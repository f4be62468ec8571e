import { audit } from '@repo/config/limits'
import type { Tx } from '@repo/db'
import type { Ctx } from '../http/ctx.ts'
import { networkOf, securityEntry } from './audit-entry.ts'
import { recordSecurityEvent } from './record-security-event.ts'

const { count: threshold, windowSeconds } = audit.failedSignInAlert

/**
 * Records a failed sign-in, and alerts when it makes the window full. Counted from the journal, whose head is locked until
 * the commit: of several processes one sees the last failure, and a window that has alerted does not do so again.
 */
export async function recordFailedLogin(ctx: Ctx, userId: string | null): Promise<void> {
  const { deps, author } = ctx
  let reached: number | undefined
  const payload = { userId, network: networkOf(deps, ctx.clientAddress) }
  await recordSecurityEvent(deps, author, 'auth.login_failed', payload, async (tx) => {
    const { failed, alerts } = await countRecent(tx)
    if (failed < threshold || alerts > 0) return
    await tx.append([securityEntry('alert.failed_logins', { count: failed, windowSeconds })], author)
    reached = failed
  })
  if (reached !== undefined) deps.alert({ kind: 'failed_logins', count: reached, windowSeconds })
}

async function countRecent({ sql }: Tx): Promise<{ failed: number; alerts: number }> {
  const [row] = await sql<{ failed: number; alerts: number }[]>`
    select app.count_security_events('auth.login_failed', w.since) as failed,
      app.count_security_events('alert.failed_logins', w.since) as alerts
    from (select clock_timestamp() - make_interval(secs => ${windowSeconds}) as since) w`
  return row ?? { failed: 0, alerts: 0 }
}
