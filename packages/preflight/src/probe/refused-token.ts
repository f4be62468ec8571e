import type { Target } from '../target.ts'
import { headerOf, unlike } from './answer.ts'

/**
 * What is wrong with how a bad token is refused, or undefined. The code matters: TOKEN_REVOKED would mean that the
 * token was believed and only its owner was not found.
 */
export async function refusalFault(
  target: Target,
  what: string,
  token: string,
  path = '/api/auth/me',
): Promise<string | undefined> {
  const reply = await target.send(path, { token })
  const fault = unlike(what, reply, { status: 401, code: ['TOKEN_INVALID', 'TOKEN_EXPIRED'] })
  if (fault) return fault
  const header = headerOf(reply, 'www-authenticate')
  return /^Bearer .*error="invalid_token"/.test(header)
    ? undefined
    : `${what}: WWW-Authenticate is ${header || 'missing'}`
}
