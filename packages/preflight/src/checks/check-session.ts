import { type Check, judge } from '../check.ts'
import { jsonOf } from '../probe/answer.ts'
import { signUpTwo } from '../probe/tenants.ts'
import { Skipped } from '../skipped.ts'
import type { Target } from '../target.ts'

export const checkSession: Check = {
  id: 'check-session',
  rows: ['S0-10', 'X32'],
  title: 'The public check of a table answers two booleans and nothing else',
  severity: 'critical',
  remedy: 'Answer check-session through a response schema of hasSession and joinable.',
  async run(target) {
    const path = `/api/customer/${await findTable(target)}/check-session`
    const reply = await target.send(path)
    const { hasSession, joinable, ...more } = jsonOf(reply)
    const extra = Object.keys(more)
    if (reply.status === 404) throw new Skipped('there is no such table: see --table')
    return judge(
      [
        reply.status === 200 ? undefined : `answered ${reply.status}`,
        typeof hasSession === 'boolean' && typeof joinable === 'boolean' ? undefined : 'not two booleans',
        extra.length > 0 ? `it also tells ${extra.join(', ')}` : undefined,
        reply.headers['set-cookie'] ? 'it sets a cookie' : undefined,
      ],
      reply.body,
    )
  },
}

async function findTable(target: Target): Promise<string> {
  const { table, signupToken } = target.options
  if (table !== undefined) return table
  if (signupToken === undefined) throw new Skipped('needs a table: pass --table slug/code, or --signup-token')
  const { first } = await signUpTwo(target)
  return `${first.slug}/${first.tables[0]?.code}`
}
