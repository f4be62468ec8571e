import { uuidv7 } from '@repo/auth'
import type { Database } from './connect.ts'
import { type GuestScope, type Place, staffUserId } from './test-world.ts'

/** A table with a host who has ordered and called, and a friend who waits to be let in. */
export type TestParty = Place & { tableId: string; tableSessionId: string; guestId: string; friendId: string }

export const hostOf = ({ friendId: _, ...party }: TestParty): GuestScope => ({ kind: 'guest', ...party })
export const friendOf = ({ friendId, ...party }: TestParty): GuestScope => ({
  ...party,
  kind: 'pending-guest',
  guestId: friendId,
})

/** Seats a party at the branch's table with that label, past row-level security. */
export async function seatParty(admin: Database, place: Place, tableLabel: string): Promise<TestParty> {
  const [table] = await admin<{ id: string }[]>`
    select id from dining_tables where branch_id = ${place.branchId} and label = ${tableLabel}`
  if (!table) throw new Error(`the branch has no table ${tableLabel}`)
  const party = {
    ...place,
    tableId: table.id,
    tableSessionId: uuidv7(),
    guestId: uuidv7(),
    friendId: uuidv7(),
  }
  const keys = { organization_id: place.organizationId, branch_id: place.branchId }
  const session = { ...keys, session_id: party.tableSessionId }
  await admin`insert into table_sessions ${admin({ ...keys, id: party.tableSessionId, table_id: table.id, join_code: 'ABCDEF' })}`
  await admin`insert into guests ${admin([
    { ...session, id: party.guestId, name: 'Mara', state: 'active', is_host: true, colour: 0 },
    { ...session, id: party.friendId, name: 'Theo', state: 'pending', is_host: false, colour: 1 },
  ])}`
  await admin`insert into service_calls ${admin({ ...session, id: uuidv7(), guest_id: party.guestId, kind: 'waiter' })}`
  await insertOrder(admin, party)
  return party
}

let orderNumber = 0

/** An order of the party's host with one line of `dishId`, by default the branch's first dish; answers its id. */
export async function insertOrder(admin: Database, party: TestParty, dishId?: string): Promise<string> {
  const [dish] = await admin<{ id: string }[]>`
    select id from dishes where branch_id = ${party.branchId} order by id limit 1`
  const orderId = uuidv7()
  await admin.begin(async (sql) => {
    await sql`insert into orders ${sql({ ...orderRow(party), id: orderId })}`
    await sql`insert into order_lines ${sql({ ...lineRow(party, orderId, dishId ?? dish?.id ?? ''), id: uuidv7() })}`
  })
  return orderId
}

export const orderRow = (party: TestParty) => ({
  organization_id: party.organizationId,
  branch_id: party.branchId,
  session_id: party.tableSessionId,
  guest_id: party.guestId,
  table_label: '1',
  business_date: '2026-01-31',
  number: ++orderNumber,
  state: 'pending',
  currency: 'PEN',
  subtotal_minor: 1_000,
  discount_minor: 0,
  service_charge_minor: 0,
  tax_minor: 153,
  total_minor: 1_000,
  taxes: '[]',
})

export const lineRow = (party: TestParty, orderId: string, dishId: string) => ({
  organization_id: party.organizationId,
  branch_id: party.branchId,
  order_id: orderId,
  session_id: party.tableSessionId,
  dish_id: dishId,
  position: 0,
  name: '{"en":"Soup"}',
  ware: 'bowl',
  backdrop: 'sky',
  quantity: 2,
  unit_minor: 500,
  line_minor: 1_000,
  tax_name: 'IGV',
  tax_rate_ppm: 180_000,
  modifiers: '[]',
  state: 'pending',
})

/** Rows in the tables that neither the seed nor a party fills. */
export async function fillOtherTables(admin: Database, { organizationId, branchId }: Place): Promise<void> {
  const keys = { organization_id: organizationId, branch_id: branchId }
  const familyId = uuidv7()
  const expires = '2100-01-01T00:00:00Z'
  await admin`insert into opening_hours ${admin({ ...keys, id: uuidv7(), weekday: 1, opens_minute: 600, closes_minute: 900 })}`
  await admin`insert into order_counters ${admin({ ...keys, business_date: '2026-01-31', last_number: 1 })}`
  await admin`insert into idempotency_records ${admin({
    ...keys,
    actor_id: staffUserId,
    operation: 'orders.place',
    key: uuidv7(),
    fingerprint: 'f',
    status: 201,
    body: '{}',
  })}`
  const endpoint = {
    ...keys,
    id: uuidv7(),
    url: 'https://example.test/',
    kinds: ['order.placed'],
    secrets: '[]',
  }
  await admin`insert into webhook_endpoints ${admin(endpoint)}`
  await admin`insert into webhook_deliveries ${admin({
    ...keys,
    id: uuidv7(),
    endpoint_id: endpoint.id,
    event_id: familyId,
    kind: 'order.placed',
    body: '{}',
  })}`
  await admin`insert into token_families ${admin({ id: familyId, kind: 'customer', guest_id: uuidv7(), absolute_expires_at: expires })}`
  await admin`insert into refresh_tokens ${admin({ token_hash: familyId, family_id: familyId, expires_at: expires })}`
  await fillIdentityTables(admin, keys)
  await fillVisitorTables(admin, keys)
  await fillDeviceTables(admin, keys)
}

async function fillIdentityTables(
  admin: Database,
  keys: { organization_id: string; branch_id: string },
): Promise<void> {
  const [user] = await admin<{ id: string }[]>`
    select user_id as id from memberships where organization_id = ${keys.organization_id} limit 1`
  const userId = user?.id ?? ''
  const expires = '2100-01-01T00:00:00Z'
  await admin`insert into account_tokens ${admin({ token_hash: uuidv7(), kind: 'password-reset', user_id: userId, expires_at: expires })}`
  await admin`insert into user_totp ${admin({ user_id: userId, sealed_secret: 's' })} on conflict do nothing`
  await admin`insert into recovery_codes ${admin({ id: uuidv7(), user_id: userId, code_hash: uuidv7() })}`
  await admin`insert into invitations ${admin({
    ...keys,
    id: uuidv7(),
    email: 'someone@example.test',
    role: 'waiter',
    token_hash: uuidv7(),
    invited_by: userId,
    expires_at: expires,
  })}`
}

/** A customer with a code, at the seat that was taken last. */
async function fillVisitorTables(
  admin: Database,
  keys: { organization_id: string; branch_id: string },
): Promise<void> {
  const [guest] = await admin<{ id: string }[]>`
    select id from guests where branch_id = ${keys.branch_id} order by joined_at desc, id desc limit 1`
  const seat = { ...keys, guest_id: guest?.id ?? '' }
  const proven = { channel: 'email', destination: `${uuidv7()}@example.test` }
  const customerId = uuidv7()
  await admin`insert into customers ${admin({ id: customerId, organization_id: keys.organization_id, name: 'Ana', ...proven })}`
  await admin`insert into customer_guests ${admin({ ...seat, customer_id: customerId })}`
  await admin`insert into otp_requests ${admin({ ...seat, ...proven, id: uuidv7(), code_hash: 'h', expires_at: '2100-01-01T00:00:00Z' })}`
}

async function fillDeviceTables(
  admin: Database,
  keys: { organization_id: string; branch_id: string },
): Promise<void> {
  const keyId = uuidv7()
  const expires = '2100-01-01T00:00:00Z'
  await admin`insert into device_keys ${admin({ ...keys, id: keyId, kind: 'kds', key_hash: uuidv7(), created_by: staffUserId, expires_at: expires })}`
  await admin`insert into devices ${admin({ ...keys, id: uuidv7(), key_id: keyId, device_id: uuidv7(), kind: 'kds', name: 'Pass', last_network: '' })}`
}
