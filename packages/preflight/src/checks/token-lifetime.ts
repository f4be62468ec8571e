import { type Check, judge } from '../check.ts'
import { jsonOf } from '../probe/answer.ts'
import { sharedSignIn } from '../probe/sign-in.ts'
import { decodeToken } from '../probe/tokens.ts'

const maxSeconds = 900
const claims = ['sub', 'iss', 'aud', 'iat', 'exp', 'jti']

export const tokenLifetime: Check = {
  id: 'token-lifetime',
  rows: ['S0-04', 'S1-09', 'S1-11', 'S1-88', 'S3-13', 'S4-36', 'S1-C02', 'S4-C09'],
  title: 'Access tokens live 15 minutes at most and carry every claim',
  severity: 'critical',
  remedy: 'Keep ACCESS_TOKEN_TTL_SECONDS at 900 or below.',
  async run(target) {
    const { accessToken, reply } = await sharedSignIn(target)
    const { header, payload } = decodeToken(accessToken)
    const seconds = Number(payload.exp) - Number(payload.iat)
    const missing = claims.filter((claim) => payload[claim] === undefined)
    return judge(
      [
        seconds > 0 && seconds <= maxSeconds ? undefined : `exp − iat is ${seconds} s`,
        Number(jsonOf(reply).expiresIn) <= maxSeconds ? undefined : 'expiresIn says more',
        missing.length > 0 ? `claims are missing: ${missing.join(', ')}` : undefined,
        typeof header.kid === 'string' ? undefined : 'the header names no key (kid)',
        header.typ === 'at+jwt' ? undefined : `its type is ${header.typ}`,
      ],
      `${seconds} s, ${header.alg}`,
    )
  },
}
