import type { Account } from '@repo/schemas/contract'
import type { Ctx, UserActor } from '../../http/ctx.ts'
import { readAccount } from './read-account.ts'

/** The caller's own account. */
export const getAccount = ({ deps, actor }: Ctx<UserActor>): Promise<Account> =>
  readAccount(deps.gateway.lookup, actor.userId)
