import { type KnownBrowser, knowsPerson } from '@repo/auth'
import type { Ctx } from '../../http/ctx.ts'
import { networkOf } from '../../security/network-of.ts'
import { recordLockout } from '../../security/record-lockout.ts'
import { refreshSecrets } from '../../security/refresh-secrets.ts'

export type Guess = {
  /** What is guessed; each is counted separately. `own-password` is guessed by somebody who is signed in. */
  what: 'password' | 'own-password' | 'code'
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
  const key = keyOf(ctx, guess)
  try {
    await ctx.deps.limiter.takeKey('signIn', key)
  } catch (refusal) {
    await recordLockout(ctx, key, guess.userId ?? null)
    throw refusal
  }
}

/** Forgets the count after a success. */
export async function forgetGuesses(ctx: Ctx, guess: Guess): Promise<void> {
  await ctx.deps.limiter.forget('signIn', keyOf(ctx, guess))
}

const keyOf = (ctx: Ctx, guess: Guess): string => `${guess.what}|${guess.account}|${sourceOf(ctx, guess)}`

/** Guessing codes requires the password or a stolen sign-in already, so further networks give no further guesses. */
function sourceOf({ deps, clientAddress }: Ctx, { what, userId, browser }: Guess): string {
  const secrets = refreshSecrets(deps.env)
  const isKnown = userId !== undefined && browser !== undefined && knowsPerson(browser, userId, secrets)
  if (isKnown) return `browser:${browser.id}`
  return what === 'password' ? networkOf(clientAddress) : 'anywhere'
}
