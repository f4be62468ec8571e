import type { Deps } from '../../http/deps.ts'
import { addAccountToken } from './add-account-token.ts'

/** What a sign-in continues with after the password, for five minutes and three codes. */
export const startChallenge = (deps: Deps, userId: string): Promise<string> =>
  deps.gateway.run({ kind: 'user', userId }, (tx) =>
    addAccountToken(tx, deps, { kind: 'second-factor', userId }),
  )
