import { randomUUID } from 'node:crypto'
import { type Check, judge } from '../check.ts'
import { jsonOf, unlike } from '../probe/answer.ts'
import { signUpTwo, type Tenant } from '../probe/tenants.ts'
import type { Target } from '../target.ts'

export const bolaWrite: Check = {
  id: 'bola-write',
  rows: ['S1-89', 'S1-97', 'S1-C04', 'S1-C20'],
  title: "An owner changes nothing of another restaurant, under either restaurant's address",
  severity: 'critical',
  remedy: 'Scope every update by the verified tenant; a foreign id is a 404.',
  async run(target) {
    const { first, second } = await signUpTwo(target)
    const before = await picture(target, second)
    const asks = attacks(first, second)
    const faults = await Promise.all(
      asks.map(async ({ method, path, json }) => {
        const reply = await target.send(path, { method, json, token: first.token })
        return unlike(`${method} ${path.replaceAll(/[0-9a-f-]{36}/g, '…')}`, reply, { status: 404 })
      }),
    )
    const isSame = (await picture(target, second)) === before
    return judge(
      [...faults, isSame ? undefined : 'the other restaurant has changed'],
      `${asks.length} writes`,
    )
  },
}

function attacks(first: Tenant, second: Tenant) {
  const own = `/api/branches/${first.branchId}`
  const foreign = `/api/branches/${second.branchId}`
  const dish = { version: 1, priceMinor: 1 }
  const table = { label: 'PF', area: '', seats: 2, shape: 'round' }
  const email = `preflight-${randomUUID()}@preflight.invalid`
  const person = { name: 'Preflight', email, password: `Pf-${randomUUID()}-X`, role: 'kitchen' }
  return [
    { method: 'PATCH', path: foreign, json: { orderingPaused: true } },
    { method: 'POST', path: `${foreign}/tables`, json: table },
    { method: 'POST', path: `${foreign}/staff`, json: person },
    ...[own, foreign].flatMap((branch) => [
      { method: 'PATCH', path: `${branch}/menu/dishes/${second.dishId}`, json: dish },
      { method: 'PUT', path: `${branch}/menu/dishes/${second.dishId}/availability`, json: soldOut },
      { method: 'POST', path: `${branch}/tables/${second.tables[0]?.id}/rotate-code`, json: undefined },
    ]),
  ]
}

const soldOut = { availability: 'sold_out' }

/** What the other restaurant's owner sees, without cursors and clocks. */
async function picture(target: Target, { branchId, token }: Tenant): Promise<string> {
  const parts = ['', '/tables', '/menu', '/staff']
  const replies = await Promise.all(
    parts.map((part) => target.send(`/api/branches/${branchId}${part}`, { token })),
  )
  return JSON.stringify(
    replies.map((reply) => {
      const { cursor: _, serverTime: __, ...rest } = jsonOf(reply)
      return rest
    }),
  )
}
