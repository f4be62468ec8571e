import { oneTimeHashes } from '@repo/auth'
import type { Deps } from '../../http/deps.ts'
import { refreshSecrets } from '../../security/refresh-secrets.ts'
import type { AccountTokenKind } from './add-account-token.ts'

export type FoundToken = { tokenHash: string; userId: string; email: string; name: string }

/** Whose one-time token this is, used and expired ones included; undefined for a disabled account. */
export async function findAccountToken(
  { env, gateway }: Deps,
  token: string,
  kind: AccountTokenKind,
): Promise<FoundToken | undefined> {
  const hashes = oneTimeHashes(token, refreshSecrets(env))
  const [found] = await gateway.lookup<FoundToken[]>`
    select token_hash as "tokenHash", user_id as "userId", email, name from app.find_account_token(${hashes}, ${kind})`
  return found
}
