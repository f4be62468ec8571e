import { type Check, judge } from '../check.ts'
import { unlike } from '../probe/answer.ts'
import { cookieRoutes } from '../probe/answers.ts'

const foreign: { from: string; headers: Record<string, string> }[] = [
  { from: 'a foreign Origin', headers: { origin: 'https://preflight.invalid' } },
  { from: 'Origin: null', headers: { origin: 'null' } },
  { from: 'Sec-Fetch-Site: cross-site', headers: { 'sec-fetch-site': 'cross-site' } },
  { from: 'Sec-Fetch-Site: same-site', headers: { 'sec-fetch-site': 'same-site' } },
]

export const csrf: Check = {
  id: 'csrf',
  rows: ['S1-20', 'S1-58', 'S1-59', 'X21'],
  title: 'Routes that a cookie opens refuse requests that other sites make',
  severity: 'critical',
  remedy: 'Check Origin, and Sec-Fetch-Site without it, before the cookie is looked at; answer 403.',
  async run(target) {
    const asks = cookieRoutes.flatMap(({ path, json }) =>
      foreign.map((one) => ({ path, json: json(), ...one })),
    )
    const faults = await Promise.all(
      asks.map(async ({ path, json, from, headers }) => {
        const reply = await target.send(path, { method: 'POST', headers, ...(json && { json }) })
        if (reply.headers['set-cookie']) return `${path} with ${from}: sets a cookie`
        return unlike(`${path} with ${from}`, reply, { status: 403, code: 'ORIGIN_NOT_ALLOWED' })
      }),
    )
    return judge(faults, `${cookieRoutes.length} routes × ${foreign.length} ways`)
  },
}
