import type { Reply } from '../exchange.ts'
import { Skipped } from '../skipped.ts'
import { perTarget, type Target } from '../target.ts'
import { codeOf, jsonOf } from './answer.ts'
import { cookiesOf } from './cookies.ts'
import { signUpTwo } from './tenants.ts'

export type SignIn = { reply: Reply; accessToken: string; cookie: string }
export type Credentials = { email: string; password: string }

/** The account that was given, or that of the first disposable restaurant. @throws Skipped without either */
export async function credentials(target: Target): Promise<Credentials> {
  const { account, signupToken } = target.options
  if (account) return account
  if (signupToken === undefined)
    throw new Skipped('needs a staff account: pass --email and --password, or --signup-token')
  return (await signUpTwo(target)).first
}

/** Signs in again; the sign-in is ended after the run. @throws Skipped when the account is not let in */
export async function signIn(target: Target, given?: Credentials): Promise<SignIn> {
  const { email, password } = given ?? (await credentials(target))
  const reply = await target.send('/api/auth/login', { method: 'POST', json: { email, password } })
  const { accessToken } = jsonOf(reply)
  if (typeof accessToken !== 'string')
    throw new Skipped(`the account could not sign in: ${reply.status} ${codeOf(reply)}`)
  const cookie = cookiesOf(reply)
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ')
  target.cleanUps.push((send) => send('/api/auth/logout', { method: 'POST', headers: { cookie } }))
  return { reply, accessToken, cookie }
}

/** One sign-in that checks share as long as they leave it as it is. */
export const sharedSignIn = perTarget((target: Target) => signIn(target))
