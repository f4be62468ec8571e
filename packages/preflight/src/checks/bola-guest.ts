import { randomUUID } from 'node:crypto'
import { type Check, judge } from '../check.ts'
import { codeOf, jsonOf, unlike } from '../probe/answer.ts'
import { refusalFault } from '../probe/refused-token.ts'
import { signUpTwo, type Tenant } from '../probe/tenants.ts'
import { Skipped } from '../skipped.ts'
import type { Target } from '../target.ts'

export const bolaGuest: Check = {
  id: 'bola-guest',
  rows: ['S1-89', 'S1-06', 'S1-C04'],
  title: "A guest's order is hidden from the next table and from other restaurants",
  severity: 'critical',
  remedy: 'Show orders to the guests of their own table session; hide everything else by row-level security.',
  async run(target) {
    const { first, second } = await signUpTwo(target)
    const guest = await sitDown(target, first, 0)
    const neighbour = await sitDown(target, first, 1)
    const stranger = await sitDown(target, second, 0)
    const orderId = await placeOrder(target, first, guest)
    const path = `/api/customer/orders/${orderId}`
    const staffPath = `/api/branches/${second.branchId}/orders/${orderId}`
    const hidden = { status: 404 }
    return judge(
      [
        unlike('the guest', await target.send(path, { token: guest }), { status: 200 }),
        unlike('the next table', await target.send(path, { token: neighbour }), hidden),
        unlike('a guest elsewhere', await target.send(path, { token: stranger }), hidden),
        unlike('staff elsewhere', await target.send(staffPath, { token: second.token }), hidden),
        await refusalFault(
          target,
          "a guest's token on a staff route",
          guest,
          `/api/branches/${first.branchId}/orders`,
        ),
      ],
      'next table, other restaurant, other staff',
    )
  },
}

async function sitDown(target: Target, { slug, tables }: Tenant, index: number): Promise<string> {
  const path = `/api/customer/${slug}/${tables[index]?.code}/sessions`
  const reply = await target.send(path, { method: 'POST', json: { name: 'Preflight' } })
  const { accessToken } = jsonOf(reply)
  if (typeof accessToken !== 'string')
    throw new Skipped(`no guest could sit down: ${reply.status} ${codeOf(reply)}`)
  return accessToken
}

async function placeOrder(target: Target, { optionless }: Tenant, token: string): Promise<string> {
  if (!optionless) throw new Skipped('no dish can be ordered without a choice')
  const { dishId, priceMinor } = optionless
  const reply = await target.send('/api/customer/orders', {
    method: 'POST',
    token,
    headers: { 'idempotency-key': randomUUID() },
    json: { lines: [{ dishId, quantity: 1, modifiers: [] }], expectedTotalMinor: priceMinor },
  })
  const { id } = jsonOf(reply)
  if (typeof id !== 'string') throw new Skipped(`no order could be placed: ${reply.status} ${codeOf(reply)}`)
  return id
}
