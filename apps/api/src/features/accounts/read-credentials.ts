import { ApiError } from '../../http/api-error.ts'
import type { Deps } from '../../http/deps.ts'

export type Credentials = { email: string; name: string; passwordHash: string; secondFactor: boolean }

/** What a signed-in person proves themselves with. @throws TOKEN_REVOKED for a disabled account */
export async function readCredentials({ gateway }: Deps, userId: string): Promise<Credentials> {
  const [found] = await gateway.lookup<Credentials[]>`
    select email, name, password_hash as "passwordHash", second_factor as "secondFactor"
    from app.find_credentials(${userId})`
  if (!found) throw new ApiError('TOKEN_REVOKED')
  return found
}
