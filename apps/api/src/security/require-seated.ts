import { ApiError } from '../http/api-error.ts'

/**
 * A guest's state is read once more under the session's lock: a guest sent away while waiting for it is told what the
 * next request would be told. @throws TOKEN_REVOKED
 */
export function requireSeated(guestState: string | undefined): void {
  if (guestState !== 'active') throw new ApiError('TOKEN_REVOKED')
}
