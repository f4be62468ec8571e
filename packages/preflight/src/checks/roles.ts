import { randomUUID } from 'node:crypto'
import { type Check, judge } from '../check.ts'
import { codeOf, unlike } from '../probe/answer.ts'
import { signIn } from '../probe/sign-in.ts'
import { signUpTwo } from '../probe/tenants.ts'
import { Skipped } from '../skipped.ts'

export const roles: Check = {
  id: 'roles',
  rows: ['S1-105', 'S2-15', 'S2-16', 'S1-C04', 'S1-C19'],
  title: 'A cook may read the kitchen, and neither manage staff nor tables, menu prices or the branch',
  severity: 'critical',
  remedy: 'Declare a permission for every route; look the role up in the database, never in the request.',
  async run(target) {
    const { first } = await signUpTwo(target)
    const branch = `/api/branches/${first.branchId}`
    const email = `preflight-${randomUUID()}@preflight.invalid`
    const cook = { name: 'Cook', email, password: `Kx-${randomUUID()}-Q7`, role: 'kitchen' }
    const hired = await target.send(`${branch}/staff`, { method: 'POST', json: cook, token: first.token })
    if (hired.status >= 300) throw new Skipped(`no cook could be hired: ${hired.status} ${codeOf(hired)}`)
    const { accessToken: token } = await signIn(target, cook)
    const headers = { 'x-role': 'owner', 'x-user-role': 'owner' }
    const table = { label: 'PF', area: '', seats: 2, shape: 'round' }
    const asks = [
      { method: 'GET', path: `${branch}/staff` },
      { method: 'POST', path: `${branch}/staff`, json: { ...cook, email: `x${email}`, role: 'owner' } },
      { method: 'POST', path: `${branch}/tables`, json: table },
      { method: 'PATCH', path: branch, json: { orderingPaused: true } },
      { method: 'PATCH', path: `${branch}/menu/dishes/${first.dishId}`, json: { version: 1, priceMinor: 1 } },
    ]
    const faults = await Promise.all(
      asks.map(async ({ method, path, json }) => {
        const reply = await target.send(path, { method, token, headers, json })
        const what = `${method} ${path.replaceAll(/[0-9a-f-]{36}/g, '…')}`
        return unlike(what, reply, { status: 403, code: 'FORBIDDEN' })
      }),
    )
    const kitchen = await target.send(`${branch}/kitchen`, { token })
    return judge([unlike('the kitchen', kitchen, { status: 200 }), ...faults], `${asks.length} routes`)
  },
}
