import { burnPasswordTime, verifyPassword } from '@repo/auth'
import type { LoginInput } from '@repo/schemas/contract'
import { ApiError } from '../../http/api-error.ts'
import type { Ctx } from '../../http/ctx.ts'
import { recordFailedLogin } from '../../security/record-failed-login.ts'
import type { SignedIn } from './grant-staff-access.ts'
import { forgetGuesses, type Guess, guardGuesses } from './guard-guesses.ts'
import { startChallenge } from './start-challenge.ts'
import { startSignIn } from './start-sign-in.ts'
import type { Visitor } from './visitor.ts'

type Login = { userId: string; passwordHash: string; disabled: boolean; secondFactor: boolean }

/**
 * Signs a staff member in, or asks for their second factor. Every failure gets the same answer in the same time.
 * @throws CREDENTIALS_INVALID, RATE_LIMITED, SECOND_FACTOR_REQUIRED with the challenge to go on with
 */
export async function logIn(ctx: Ctx, { email, password }: LoginInput, visitor: Visitor): Promise<SignedIn> {
  const { deps } = ctx
  const [login] = await deps.gateway.lookup<Login[]>`
    select user_id as "userId", password_hash as "passwordHash", disabled, second_factor as "secondFactor"
    from app.find_login(${email})`
  const guess: Guess = {
    what: 'password',
    account: email,
    userId: login?.userId,
    browser: visitor.browser,
  }
  await guardGuesses(ctx, guess)
  const matches = login
    ? await verifyPassword(password, login.passwordHash)
    : await burnPasswordTime(password)
  if (!login || !matches || login.disabled) {
    await recordFailedLogin(ctx, login?.userId ?? null)
    throw new ApiError('CREDENTIALS_INVALID')
  }
  if (login.secondFactor)
    throw new ApiError('SECOND_FACTOR_REQUIRED', { challenge: await startChallenge(deps, login.userId) })
  await forgetGuesses(ctx, guess)
  return startSignIn(ctx, login.userId, visitor)
}
