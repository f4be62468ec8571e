import { type Check, judge } from '../check.ts'
import { loadScripts } from '../probe/pages.ts'
import { Skipped } from '../skipped.ts'

const secrets =
  /JWT_(REFRESH_)?SECRET|DATABASE_(URL|PASSWORD)|POSTGRES_PASSWORD|SIGNUP_TOKEN|HEALTH_SECRET|APP_SECRET|SMTP_PASSWORD|-----BEGIN [A-Z ]*PRIVATE KEY|postgres(ql)?:\/\/|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./
const address = /\blocalhost:\d|https?:\/\/(localhost|127\.0\.0\.1|0\.0\.0\.0)|\bAPI_INTERNAL_URL\b/

export const clientBundle: Check = {
  id: 'client-bundle',
  rows: ['S1-82', 'S2-01', 'S3-12', 'S4-23', 'S1-C11', 'S4-C05'],
  title: 'The scripts of the pages hold no secret, no name of a secret and no internal address',
  severity: 'critical',
  remedy:
    'Keep secrets out of NEXT_PUBLIC_ variables and client components; talk to /api on the same origin.',
  async run(target) {
    const scripts = await loadScripts(target)
    if (scripts.length === 0) throw new Skipped('the pages load no script of their own')
    const faults = scripts.flatMap(({ path, text }) => {
      const found = [secrets.exec(text)?.[0], address.exec(text)?.[0]]
      return found.filter((word) => word !== undefined).map((word) => `${path} holds ${word.slice(0, 24)}`)
    })
    const bytes = scripts.reduce((sum, { text }) => sum + text.length, 0)
    return judge(faults, `${scripts.length} scripts, ${Math.round(bytes / 1_024)} kB`)
  },
}
