import type { AppEnv } from '../http/app-env.ts'
import type { LimitState } from './rate-limiter.ts'

/** Counts a request that is refused before its own limit applies, so that guessing tokens or addresses is limited too. */
export function countRefusal(c: { var: AppEnv['Variables'] }): Promise<LimitState> | LimitState {
  const { deps, clientAddress } = c.var
  return deps.limiter.take('refusedPerAddress', { kind: 'anyone' }, clientAddress)
}
