import type { Author } from '@repo/db'
import type { Deps } from '../http/deps.ts'

export type SecurityEvent = {
  kind:
    | 'auth.signed_in'
    | 'auth.sign_in_failed'
    | 'auth.locked_out'
    | 'auth.token_reused'
    | 'auth.password_changed'
    | 'auth.password_reset'
    | 'auth.sign_ins_ended'
    | 'auth.two_factor_enabled'
    | 'auth.two_factor_disabled'
    | 'auth.recovery_code_used'
  userId: string
}

/** Writes what happened to a person's account to the journal of each organization they work for. */
export async function recordSecurityEvent(
  deps: Pick<Deps, 'gateway'>,
  { kind, userId }: SecurityEvent,
  author: Author,
): Promise<void> {
  const workplaces = await deps.gateway.lookup<{ organizationId: string; branchId: string }[]>`
    select organization_id as "organizationId", branch_id as "branchId" from app.find_workplaces(${userId})`
  for (const place of workplaces)
    await deps.gateway.run({ kind: 'staff', ...place, userId }, (tx) =>
      tx.append([{ audience: 'organization', kind, payload: { userId } }], author),
    )
}
