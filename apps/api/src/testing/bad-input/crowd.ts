import { uuidv7 } from '@repo/auth'
import type { Database } from '@repo/db'
import type { TestApp } from '../test-app.ts'
import type { Party } from '../two-organizations.ts'

export type Crowd = { staff: readonly string[]; guests: readonly string[] }

/** Tokens of many owners and guests of one party, so many that no individual limit is reached. */
export async function createCrowd(t: TestApp, admin: Database, at: Party): Promise<Crowd> {
  const { organizationId: organization_id, branchId: branch_id } = at
  const expires = new Date(Date.now() + 3_600_000).toISOString()
  const staff = Array.from({ length: 300 }, () => ({ id: uuidv7(), family: uuidv7() }))
  const guests = Array.from({ length: 600 }, () => ({ id: uuidv7(), family: uuidv7() }))
  await admin`insert into users ${admin(staff.map(({ id }) => ({ id, email: `${id}@example.test`, name: 'Olga', password_hash: 'x' })))}`
  await admin`insert into memberships ${admin(staff.map(({ id }) => ({ id: uuidv7(), organization_id, user_id: id, role: 'owner' })))}`
  await admin`insert into token_families ${admin(staff.map(({ id, family }) => ({ id: family, kind: 'staff', user_id: id, absolute_expires_at: expires })))}`
  await admin`insert into guests ${admin(guests.map(({ id }) => ({ id, organization_id, branch_id, session_id: at.sessionId, name: 'Mara', state: 'active', is_host: false, colour: 0 })))}`
  await admin`insert into token_families ${admin(guests.map(({ id, family }) => ({ id: family, kind: 'customer', guest_id: id, absolute_expires_at: expires })))}`
  const issue = async (audience: 'staff' | 'customer', { id, family }: { id: string; family: string }) =>
    (await t.deps.tokens.issue({ audience, subject: id, familyId: family })).accessToken
  return {
    staff: await Promise.all(staff.map((one) => issue('staff', one))),
    guests: await Promise.all(guests.map((one) => issue('customer', one))),
  }
}
