import { type Check, judge } from '../check.ts'
import { cookiesOf } from '../probe/cookies.ts'
import { sharedSignIn } from '../probe/sign-in.ts'

export const signInBody: Check = {
  id: 'sign-in-body',
  rows: ['S4-51', 'S1-01', 'S1-18', 'S2-07', 'S1-C03'],
  title: 'A sign-in answers the access token; the refresh token is in its cookie alone, no hash anywhere',
  severity: 'critical',
  remedy: 'Answer through a response schema that lists the access token, its lifetime and the account.',
  async run(target) {
    const { reply } = await sharedSignIn(target)
    const values = cookiesOf(reply).map(({ value }) => value)
    return judge(
      [
        values.length === 0 ? 'no cookie is set' : undefined,
        values.some((value) => value !== '' && reply.body.includes(value))
          ? 'the body holds the refresh token'
          : undefined,
        /refresh_?token/i.test(reply.body) ? 'the body has a field for a refresh token' : undefined,
        /\$argon2|\$2[aby]\$|password_?hash/i.test(reply.body) ? 'the body holds a password hash' : undefined,
      ],
      'access token in the body, refresh token in the cookie',
    )
  },
}
