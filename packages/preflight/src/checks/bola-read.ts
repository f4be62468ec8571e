import { type Check, judge } from '../check.ts'
import { unlike } from '../probe/answer.ts'
import { signUpTwo } from '../probe/tenants.ts'

export const bolaRead: Check = {
  id: 'bola-read',
  rows: ['S1-89', 'S1-96', 'S1-C04'],
  title: "An owner sees nothing of another restaurant's branch, tables, orders, menu, staff or kitchen",
  severity: 'critical',
  remedy: 'Take the tenant from the membership alone and let row-level security hide the rest; answer 404.',
  async run(target) {
    const { first, second } = await signUpTwo(target)
    const parts = ['', '/tables', '/orders', '/menu', '/staff', '/kitchen', '/events']
    const faults = await Promise.all(
      parts.flatMap((part) => [
        target
          .send(`/api/branches/${second.branchId}${part}`, { token: first.token })
          .then((reply) => unlike(`foreign ${part || 'branch'}`, reply, { status: 404 })),
        part === '/events'
          ? undefined
          : target
              .send(`/api/branches/${first.branchId}${part}`, { token: first.token })
              .then((reply) => unlike(`own ${part || 'branch'}`, reply, { status: 200 })),
      ]),
    )
    return judge(faults, `${parts.length} routes`)
  },
}
