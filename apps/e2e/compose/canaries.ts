import { docker } from './docker.ts'
import { readSettings } from './settings.ts'

/** One of each kind of secret and of personal data, as it would really look. */
export const canaries: Record<string, string> = {
  accessToken: 'eyJjYW5hcnkiOiJva2FwaTEifQ.eyJzdWIiOiJva2FwaS1jYW5hcnkifQ.b2thcGktY2FuYXJ5LXNpZ25hdHVyZQ',
  apiKey: 'sk_live_OkapiCanaryKey0123456789',
  card: '4111 1111 1111 1111',
  code: '730951',
  cookie: 'OkapiCanaryRefresh0123456789abcdefghijklmno',
  email: 'okapi.canary@diner.example',
  password: 'Okapi-lantern-77-velvet',
  phone: '+51987730952',
  resetToken: 'OkapiCanaryReset0123456789abcdefghijklmnopqr',
  tableCode: 'KAPCANARYX',
  wrongPassword: 'Okapi-candle-12-marble',
}

/** They are sent in every part of a request that a client controls. */
export const canaryHeaders: Record<string, string> = {
  authorization: `Bearer ${canaries.accessToken}`,
  cookie: `__Secure-rt-staff=${canaries.cookie}; __Secure-rt-guest=${canaries.cookie}; session=${canaries.cookie}`,
  'idempotency-key': `${canaries.resetToken}`,
  'last-event-id': `${canaries.tableCode}`,
  referer: `https://diner.example/${canaries.tableCode}?token=${canaries.resetToken}`,
  'user-agent': `${canaries.phone} ${canaries.card} ${canaries.email}`,
  'x-api-key': `${canaries.apiKey}`,
  'x-forwarded-for': `${canaries.email}`,
}
export const canaryQuery = new URLSearchParams(canaries).toString()

const services = ['api', 'caddy', 'migrate', 'postgres', 'settings', 'web'] as const

/** What each service has written so far, line by line. */
export async function readLogs(): Promise<Map<string, string[]>> {
  const read = async (service: string) => {
    const { output } = await docker('compose', 'logs', '--no-color', '--no-log-prefix', service)
    // Compose emits codes to clear the line even without a terminal.
    const lines = output.replaceAll('\u001b[2K', '').split('\n')
    return [service, lines.filter(Boolean)] as const
  }
  return new Map(await Promise.all(services.map(read)))
}

/** Names of the canaries, of the stack's own secrets and of `more` that any service has logged, with the service. */
export async function findLeaks(more: Record<string, string> = {}): Promise<string[]> {
  const settings = Object.entries(await readSettings()).filter(([name]) =>
    /SECRET|PASSWORD|TOKEN|KEY/.test(name),
  )
  const wanted = Object.entries({ ...canaries, ...Object.fromEntries(settings), ...more })
  return [...(await readLogs())].flatMap(([service, lines]) => {
    const text = lines.join('\n')
    return wanted.flatMap(([name, value]) => (isIn(text, value) ? [`${name} in ${service}`] : []))
  })
}

/** As a separate word: six digits also occur inside timestamps. */
function isIn(text: string, value: string): boolean {
  if (value === '') return false
  return new RegExp(`(?<![\\w.-])${RegExp.escape(value)}(?![\\w-])`).test(text)
}
