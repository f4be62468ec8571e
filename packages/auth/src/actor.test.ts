import { expect, it } from 'vitest'
import { type Actor, actorKind } from './actor.ts'
import { roles } from './policy.ts'

const place = { organizationId: 'o', branchId: 'b', familyId: 'f' }
const guest = {
  kind: 'guest',
  guestId: 'g',
  tableSessionId: 's',
  tableId: 't',
  isHost: true,
  ...place,
} as const

it.each<[Actor, string]>([
  [{ kind: 'anyone' }, 'anyone'],
  [{ ...guest, state: 'pending' }, 'pending-guest'],
  [{ ...guest, state: 'active' }, 'guest'],
  [{ kind: 'user', userId: 'u', familyId: 'f', authenticatedAtMs: 0 }, 'user'],
])('%j is known to the table as %s', (actor, kind) => {
  expect(actorKind(actor)).toBe(kind)
})

it.each(roles)('a %s is known by that role', (role) => {
  expect(
    actorKind({ kind: 'staff', userId: 'u', membershipId: 'm', role, authenticatedAtMs: 0, ...place }),
  ).toBe(role)
})
