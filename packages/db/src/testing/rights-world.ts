import { uuidv7 } from '@repo/auth'
import type { Database } from '../connect.ts'
import { fillOtherTables, insertOrder, seatParty, type TestParty } from '../test-party.ts'
import { createTestWorld, type Place, staffOf, type TestWorld } from '../test-world.ts'
import type { Caller, Reaches } from './measure-rights.ts'

export type RightsWorld = Awaited<ReturnType<typeof createRightsWorld>>
type Ids = Awaited<ReturnType<typeof findOwn>>

/** Rows of every table for every reach: own and neighbouring ones, of another branch and organization, and hidden ones. */
export async function createRightsWorld() {
  const world = await createTestWorld()
  const { admin, casaPerejil: own } = world
  const party = await seatParty(admin, own, '1')
  await fillOtherTables(admin, own)
  await seatParty(admin, own, '2')
  for (const place of [world.perejilMar, world.anchorLane]) {
    await seatParty(admin, place, '1')
    await fillOtherTables(admin, place)
    await writeToStream(world, place)
  }
  await writeToStream(world, own)
  await admin`insert into job_runs (job) values ('clean-up')`
  const ids = await findOwn(admin, party)
  await insertBeside(admin, party, ids)
  await hideSome(admin, own)
  const columns = await readColumns(admin)
  const assignments = await findAssignments(admin)
  return {
    admin,
    close: world.close,
    tables: [...columns.keys()],
    callers: callersOf(ids),
    reachesOf: (table: string): Reaches => reachesOf(table, new Set(columns.get(table)), ids),
    /** An assignment that reads nothing, if there is one, so that policies for reading do not affect it. */
    assignmentOf: (table: string): string => {
      const [first] = columns.get(table) ?? []
      return assignments.get(table) ?? `"${first}" = "${first}"`
    },
  }
}

const writeToStream = ({ gateway }: TestWorld, place: Place) =>
  gateway.run(staffOf(place), (tx) =>
    tx.append([{ audience: 'branch', kind: 'order.placed' }], { actor: 'staff', requestId: 'r' }),
  )

async function findOwn(admin: Database, party: TestParty) {
  const [found] = await admin<Record<'userId' | 'keyId' | 'deviceId' | 'customerId' | 'familyId', string>[]>`
    select i.invited_by as "userId", d.key_id as "keyId", d.id as "deviceId", c.customer_id as "customerId",
      (select family_id from refresh_tokens limit 1) as "familyId"
    from invitations i join devices d using (branch_id) join customer_guests c using (branch_id)
    where branch_id = ${party.branchId}`
  if (!found) throw new Error('the branch lacks rows')
  return { ...party, ...found }
}

/** A row of the caller's own beside somebody else's at the same table, in the same branch, or of the same person. */
async function insertBeside(admin: Database, party: TestParty, { userId, keyId, deviceId, customerId }: Ids) {
  const { branchId, guestId, friendId } = party
  const other = uuidv7()
  const copy = (table: string, condition: string, changed: object) =>
    admin.unsafe(
      `insert into "${table}" select * from jsonb_populate_record(null::"${table}",
        (select to_jsonb(t) from "${table}" t where ${condition} limit 1) || $1::text::jsonb)`,
      [JSON.stringify(changed)],
    )
  const here = `branch_id = '${branchId}'`
  await insertOrder(admin, { ...party, guestId: friendId })
  await copy('service_calls', `guest_id = '${guestId}'`, { id: uuidv7(), guest_id: friendId, kind: 'bill' })
  for (const actor_id of [guestId, friendId, userId])
    await copy('idempotency_records', here, { actor_id, key: actor_id })
  await copy('device_keys', `id = '${keyId}'`, { id: other, key_hash: other })
  await copy('devices', `id = '${deviceId}'`, { id: other, key_id: other, device_id: other })
  await copy('customers', `id = '${customerId}'`, { id: other, destination: 'beside@example.test' })
  await copy('customer_guests', here, { guest_id: guestId, customer_id: other })
  await copy('otp_requests', here, { id: other, guest_id: guestId })
  await copy('token_families', 'true', { id: other, kind: 'staff', user_id: userId, guest_id: null })
}

async function hideSome(admin: Database, { branchId }: Place): Promise<void> {
  await admin`update dishes set availability = 'hidden' where id = (
    select dish_id from dish_allergens where branch_id = ${branchId} order by 1 limit 1)`
  await admin`update modifier_options set availability = 'hidden' where id = (
    select option_id from option_allergens where branch_id = ${branchId} order by 1 limit 1)`
  await admin`update menu_categories set published = false where id = (
    select category_id from dishes where branch_id = ${branchId} order by id desc limit 1)`
}

async function readColumns(admin: Database): Promise<Map<string, string[]>> {
  const rows = await admin<{ table: string; columns: string[] }[]>`
    select c.relname::text as table, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') group by c.relname order by 1`
  return new Map(rows.map(({ table, columns }) => [table, columns]))
}

/** For each table, a column that is bound by no constraint and a value for it. */
async function findAssignments(admin: Database): Promise<Map<string, string>> {
  const rows = await admin<{ table: string; assignment: string }[]>`
    select distinct on (1) c.relname::text as table, format('%I = %L', a.attname,
      case t.typcategory when 'S' then 'x' when 'N' then '1' when 'B' then 'true' when 'D' then '2030-01-01'
        when 'U' then '{}' else null end) as assignment
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and has_column_privilege('restai_app', c.oid, a.attnum, 'UPDATE')
      and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n' and a.attnum = any (k.conkey))
      and not exists (select 1 from pg_index i where i.indrelid = c.oid
        and pg_get_indexdef(i.indexrelid) ~ format('\\m%s\\M', a.attname))
    order by 1, a.attname`
  return new Map(rows.map(({ table, assignment }) => [table, assignment]))
}

function callersOf(ids: Ids) {
  const place = { organization_id: ids.organizationId, branch_id: ids.branchId }
  const seat = {
    ...place,
    table_id: ids.tableId,
    table_session_id: ids.tableSessionId,
    guest_id: ids.guestId,
  }
  const app = (actor_kind: string, settings: Record<string, string>): Caller => ({
    role: 'restai_app',
    settings: { actor_kind, ...settings },
  })
  const device = { ...place, subject_id: ids.deviceId }
  return {
    staff: app('staff', { ...place, user_id: ids.userId }),
    user: app('user', { user_id: ids.userId }),
    guest: app('guest', seat),
    'pending-guest': app('pending-guest', seat),
    public: app('public', { ...place, table_id: ids.tableId }),
    kds: app('kds', device),
    pos: app('pos', device),
    activation: app('activation', { ...place, subject_id: ids.keyId }),
    customer: app('customer', { ...place, subject_id: ids.customerId }),
    token: app('token', { family_id: ids.familyId }),
    relay: app('relay', { stream: `branch:${ids.branchId}` }),
    webhooks: app('webhooks', place),
    platform: app('platform', {}),
    definer: { role: 'restai_definer', settings: {} },
  } satisfies Record<string, Caller>
}

/** How a table's rows can relate to a caller, judged by its columns. */
function reachesOf(table: string, has: ReadonlySet<string>, ids: Ids): Reaches {
  const reaches: Reaches = { all: 'true' }
  const is = (column: string, id: string) => `${column} = '${id}'`
  const key = (owner: string, column: string) =>
    table === owner ? 'id' : has.has(column) ? column : undefined
  const own: [string, string | undefined, string][] = [
    ['organization', key('organizations', 'organization_id'), ids.organizationId],
    ['branch', key('branches', 'branch_id'), ids.branchId],
    ['table', key('dining_tables', 'table_id'), ids.tableId],
    ['session', key('table_sessions', 'session_id'), ids.tableSessionId],
    ['guest', has.has('actor_id') ? 'actor_id' : key('guests', 'guest_id'), ids.guestId],
    ['person', has.has('actor_id') ? 'actor_id' : key('users', 'user_id'), ids.userId],
    ['family', key('token_families', 'family_id'), ids.familyId],
    ['key', key('device_keys', 'key_id'), ids.keyId],
    ['device', key('devices', 'paired_id'), ids.deviceId],
    ['customer', key('customers', 'customer_id'), ids.customerId],
    ['stream', key('', 'stream'), `branch:${ids.branchId}`],
  ]
  for (const [name, column, id] of own) if (column) reaches[name] = is(column, id)
  const here = is('branch_id', ids.branchId)
  const seats = `select guest_id from customer_guests where ${is('customer_id', ids.customerId)}`
  const visible = `select d.id from dishes d join menu_categories c on c.id = d.category_id and c.published
    where d.availability <> 'hidden'`
  const special: Record<string, Reaches> = {
    users: {
      colleagues: `id in (select user_id from memberships where ${is('organization_id', ids.organizationId)})`,
    },
    menu_categories: { published: `${here} and published` },
    dishes: { published: `${here} and id in (${visible})` },
    dish_allergens: { published: `${here} and dish_id in (${visible})` },
    modifier_options: { published: `${here} and availability <> 'hidden'` },
    option_allergens: {
      published: `${here} and option_id in (select id from modifier_options where availability <> 'hidden')`,
    },
    guests: {
      visits: `id in (${seats})`,
      table: `session_id in (select id from table_sessions where ${is('table_id', ids.tableId)})`,
    },
    orders: { visits: `guest_id in (${seats})` },
    order_lines: { visits: `order_id in (select id from orders where guest_id in (${seats}))` },
    idempotency_records: { visits: `actor_id in (${seats})` },
    otp_requests: { visits: `guest_id in (${seats})` },
  }
  return { ...reaches, ...special[table] }
}
