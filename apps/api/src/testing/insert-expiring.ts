import type { Database } from '@repo/db'
import type { TestApp } from './test-app.ts'

/**
 * Rows of every kind that expires, `daysAgo` days after they did; negative days are in the future. One
 * device was revoked, the others are without a sign-in; live ones were paired with keys that expired long ago.
 */
export async function insertExpiring(t: TestApp, admin: Database, count: number, daysAgo: number) {
  const place = await t.createTenant()
  const { userId } = await t.signInAs(place, 'owner')
  const { guestId } = await t.joinTable(place)
  const keys = [place.organizationId, place.branchId] as const
  const pastDays = Math.max(0, daysAgo)
  const ended = daysAgo > 0
  await admin.begin(async (sql) => {
    await sql`create temporary table n on commit drop as
      select nth, gen_random_uuid() as id, now() - make_interval(days => ${daysAgo}) as ends, now() - make_interval(days => ${pastDays}) as made
      from generate_series(1, ${count}::int) nth`
    await sql`insert into token_families (id, kind, user_id, created_at, absolute_expires_at)
      select id, 'staff', ${userId}, now() - interval '60 days', ends from n`
    await sql`insert into refresh_tokens (token_hash, family_id, expires_at) select id, id, ends from n`
    await sql`insert into idempotency_records (organization_id, branch_id, actor_id, operation, key, fingerprint, status, body, created_at)
      select ${keys[0]}, ${keys[1]}, id, 'order', id, 'x', 201, '{}', made from n`
    await sql`insert into otp_requests (id, organization_id, branch_id, guest_id, channel, destination, code_hash, expires_at)
      select id, ${keys[0]}, ${keys[1]}, ${guestId}, 'email', 'rosa@example.test', 'h', ends from n`
    await sql`insert into account_tokens (token_hash, kind, user_id, expires_at)
      select id, 'password-reset', ${userId}, ends from n`
    await sql`insert into invitations (id, organization_id, branch_id, email, role, token_hash, invited_by, expires_at)
      select id, ${keys[0]}, ${keys[1]}, 'ana@example.test', 'waiter', id, ${userId}, ends from n`
    await sql`insert into device_keys (id, organization_id, branch_id, kind, key_hash, created_by, expires_at)
      select id, ${keys[0]}, ${keys[1]}, 'kds', id, ${userId}, now() - interval '90 days' from n`
    await sql`insert into devices (id, organization_id, branch_id, key_id, device_id, kind, name, last_network, family_id, revoked_at)
      select id, ${keys[0]}, ${keys[1]}, id, id, 'kds', 'Pass', '',
        case when not ${ended} then id when nth = 1 then (select id from token_families where guest_id = ${guestId}) end,
        case when ${ended} and nth = 1 then ends end from n`
    if (!ended)
      await sql`insert into device_keys (id, organization_id, branch_id, kind, key_hash, created_by, expires_at)
        select gen_random_uuid(), ${keys[0]}, ${keys[1]}, 'kds', id || ' unused', ${userId}, ends from n`
    await sql`insert into webhook_endpoints (id, organization_id, branch_id, url, kinds, secrets)
      select id, ${keys[0]}, ${keys[1]}, 'https://example.test', '{}', '[]' from n limit 1`
    await sql`insert into webhook_deliveries (id, organization_id, branch_id, endpoint_id, event_id, kind, body, state, created_at)
      select id, ${keys[0]}, ${keys[1]}, (select id from n limit 1), id, 'order.placed', '{}', 'delivered', made from n`
  })
}
