import { type Check, judge } from '../check.ts'
import { cookiesOf, type SetCookie } from '../probe/cookies.ts'
import { credentials, sharedSignIn } from '../probe/sign-in.ts'
import { Skipped } from '../skipped.ts'
import type { Target } from '../target.ts'

const maxAgeSeconds = 7 * 86_400

export const cookieFlags: Check = {
  id: 'cookie-flags',
  rows: [
    'S1-18',
    'S1-19',
    'S1-20',
    'S1-21',
    'S1-22',
    'S2-07',
    'S2-10',
    'S3-14',
    'S3-15',
    'S3-16',
    'S4-39',
    'S1-C03',
  ],
  title: 'The refresh cookie is out of reach of scripts, other sites and other paths',
  severity: 'critical',
  remedy:
    'Set it as __Secure-…; HttpOnly; Secure; SameSite=Strict; Path=/api/auth; no Domain; a week at most.',
  async run(target) {
    const cookies = await findCookies(target)
    const faults = cookies.flatMap(cookieFaults)
    if (cookies.length === 0) return judge(['neither signing in nor signing out sets a cookie'], '')
    return judge(faults, cookies.map(({ name }) => name).join(', '))
  },
}

/** Signing out without a cookie clears it, flags and all; a sign-in sets it for real. */
async function findCookies(target: Target): Promise<SetCookie[]> {
  const cleared = cookiesOf(await target.send('/api/auth/logout', { method: 'POST' }))
  const isPossible = await credentials(target).then(
    () => true,
    (error) => {
      if (error instanceof Skipped) return false
      throw error
    },
  )
  return isPossible ? [...cleared, ...cookiesOf((await sharedSignIn(target)).reply)] : cleared
}

function cookieFaults({ name, attributes }: SetCookie): string[] {
  const maxAge = Number(attributes.get('max-age') ?? Number.NaN)
  const rules: [boolean, string][] = [
    [/^__(Secure|Host)-/.test(name), 'has no __Secure- prefix'],
    [attributes.has('httponly'), 'is not HttpOnly'],
    [attributes.has('secure'), 'is not Secure'],
    [attributes.get('samesite')?.toLowerCase() === 'strict', 'is not SameSite=Strict'],
    [
      /^\/api\/[\w/-]+$/.test(attributes.get('path') ?? ''),
      `goes to ${attributes.get('path') ?? 'every path'}`,
    ],
    [!attributes.has('domain'), 'names a Domain'],
    // The cookie that recognises a browser opens nothing, and lives longer than a sign-in.
    [
      name.endsWith('-browser') || maxAge <= maxAgeSeconds,
      `lives ${attributes.get('max-age') ?? 'as long as the browser'}`,
    ],
  ]
  return rules.filter(([isKept]) => !isKept).map(([, fault]) => `${name} ${fault}`)
}
