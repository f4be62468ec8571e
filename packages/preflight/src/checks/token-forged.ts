import { randomUUID } from 'node:crypto'
import { type Check, judge } from '../check.ts'
import { refusalFault } from '../probe/refused-token.ts'
import { sharedSignIn } from '../probe/sign-in.ts'
import { type DecodedToken, decodeToken, forgeToken } from '../probe/tokens.ts'
import { Skipped } from '../skipped.ts'
import type { Target } from '../target.ts'

const weakSecrets = [
  '',
  'secret',
  'changeme',
  'jwt-secret',
  'your-256-bit-secret',
  'restai',
  'development',
  'test',
]

export const tokenForged: Check = {
  id: 'token-forged',
  rows: ['S0-02', 'S1-05', 'S1-08', 'S1-10', 'S1-85', 'S4-37', 'S1-C01', 'S4-C09'],
  title: 'Forged tokens are refused: alg none, guessed secrets, expired ones',
  severity: 'critical',
  remedy:
    'Verify with an explicit algorithm, issuer, audience and type; generate secrets (pnpm secrets:init).',
  async run(target) {
    const base = await model(target)
    const forged = forgeries(base)
    const faults = await Promise.all(forged.map(({ what, token }) => refusalFault(target, what, token)))
    return judge(faults, `${forged.length} forged tokens`)
  },
}

/** A real token to imitate; without an account, one that looks like it. */
async function model(target: Target): Promise<DecodedToken> {
  try {
    return decodeToken((await sharedSignIn(target)).accessToken)
  } catch (error) {
    if (!(error instanceof Skipped)) throw error
    const nowSeconds = Math.floor(Date.now() / 1_000)
    const ids = { sub: randomUUID(), sid: randomUUID(), jti: randomUUID() }
    return {
      header: { alg: 'HS256', kid: '00000000', typ: 'at+jwt' },
      payload: { ...ids, iss: 'restai', aud: 'staff', iat: nowSeconds, exp: nowSeconds + 600 },
    }
  }
}

function forgeries({ header, payload }: DecodedToken): { what: string; token: string }[] {
  const nowSeconds = Math.floor(Date.now() / 1_000)
  const past = { ...payload, iat: nowSeconds - 1_200, exp: nowSeconds - 300 }
  return [
    ...['none', 'None', 'nOnE'].map((alg) => ({
      what: `alg ${alg}`,
      token: forgeToken({ header: { ...header, alg }, payload }),
    })),
    ...weakSecrets.map((secret) => ({
      what: `signed with "${secret}"`,
      token: forgeToken({ header, payload }, secret),
    })),
    { what: 'an empty signature', token: forgeToken({ header, payload }) },
    { what: 'an expired one', token: forgeToken({ header, payload: past }, 'secret') },
    {
      what: 'a kid that is a path',
      token: forgeToken({ header: { ...header, kid: '/dev/null' }, payload }, ''),
    },
    { what: 'no token at all', token: 'a.b.c' },
    { what: 'a very long one', token: `${'e'.repeat(4_000)}.e.e` },
  ]
}
