import { type KnownBrowser, knowsPerson } from '@repo/auth'
import type { Ctx } from '../../http/ctx.ts'
import { networkOf } from '../../security/network-of.ts'
import { recordSecurityEvent } from '../../security/record-security-event.ts'

export type Guess = {
  /** What is guessed; a count of its own each. */
  what: 'password' | 'code'
  /** The account as it was typed, normalised, or its id. */
  account: string
  /** Whose account it is, when there is one. */
  userId: string | undefined
  browser: KnownBrowser | undefined
}

/**
 * Counts a guess before it is tested, per account and network: guesses sent at once test no more than guesses sent one
 * after the other. A browser that this person has used counts by itself, so that strangers lock nobody out.
 * @throws RATE_LIMITED
 */
export async function guardGuesses(ctx: Ctx, guess: Guess): Promise<void> {
  const { deps, clientAddress, requestId } = ctx
  const key = keyOf(ctx, guess)
  try {
    await deps.limiter.takeKey('signIn', key)
  } catch (error) {
    const { userId } = guess
    if (userId && isFirst(ctx, key))
      deps.background.run('record a lockout', () =>
        recordSecurityEvent(deps, { kind: 'auth.locked_out', userId }, { actor: 'anyone', requestId }),
      )
    deps.log.warn({ requestId, network: networkOf(clientAddress) }, 'locked out')
    throw error
  }
}

/** Forgets the count after a success. */
export const forgetGuesses = (ctx: Ctx, guess: Guess): void =>
  ctx.deps.limiter.forget('signIn', keyOf(ctx, guess))

const keyOf = (ctx: Ctx, guess: Guess): string => `${guess.what}|${guess.account}|${sourceOf(ctx, guess)}`

/** Whoever guesses codes knows the password, so networks do not give more of them. */
function sourceOf({ deps, clientAddress }: Ctx, { what, userId, browser }: Guess): string {
  const secrets = [deps.env.JWT_REFRESH_SECRET, ...deps.env.JWT_REFRESH_SECRET_PREVIOUS]
  const isKnown = userId !== undefined && browser !== undefined && knowsPerson(browser, userId, secrets)
  if (isKnown) return `browser:${browser.id}`
  return what === 'code' ? 'anywhere' : networkOf(clientAddress)
}

function isFirst({ deps }: Ctx, key: string): boolean {
  try {
    deps.limiter.takeKey('lockoutNotice', key)
    return true
  } catch {
    return false
  }
}
