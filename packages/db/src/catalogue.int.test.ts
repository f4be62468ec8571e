import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase } from '../../stack/src/postgres/test-database.ts'
import { connect } from './connect.ts'
import { createTestWorld, readableTables, type TestWorld } from './test-world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createTestWorld()
})
afterAll(() => world.close())

it('every table has row-level security enabled, forced, and at least one policy', async () => {
  const unguarded = await world.admin`
    select c.relname::text as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not (c.relrowsecurity and c.relforcerowsecurity
        and exists (select 1 from pg_policy p where p.polrelid = c.oid))`
  expect([...unguarded]).toEqual([])
})

it('a new database has no row in any table, so there is no built-in account to sign in with', async () => {
  const { adminUrl, drop } = await createTestDatabase()
  const fresh = connect({ url: adminUrl, poolMax: 1 })
  const tables = await readableTables(fresh)
  expect(tables).toEqual(expect.arrayContaining(['users', 'memberships', 'organizations', 'device_keys']))
  for (const name of tables) expect(await fresh`select from ${fresh(name)} limit 1`, name).toHaveLength(0)
  await fresh.end()
  await drop()
})

it('schema public holds only tables and their indexes, since a view would read with its owner’s rights', async () => {
  const others = await world.admin`
    select c.relname::text as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind not in ('r', 'p', 'i', 'I')`
  expect([...others]).toEqual([])
})

it('the application role owns nothing, is a member of no role and cannot rise above its rights', async () => {
  const [role] = await world.admin`
    select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
      (select count(*) from pg_class where relowner = r.oid) + (select count(*) from pg_proc where proowner = r.oid)
        + (select count(*) from pg_namespace where nspowner = r.oid) as owned,
      (select count(*) from pg_auth_members where member = r.oid) as memberships,
      has_schema_privilege(r.oid, 'public', 'CREATE') or has_schema_privilege(r.oid, 'app', 'CREATE') as creates
    from pg_roles r where rolname = 'restai_app'`
  expect(role).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolreplication: false,
    owned: 0,
    memberships: 0,
    creates: false,
  })
})

it('every function that the application may call runs as the definer role, with a fixed search path', async () => {
  const loose = await world.admin`
    select p.proname::text as name from pg_proc p
    where p.pronamespace = 'app'::regnamespace and has_function_privilege('restai_app', p.oid, 'EXECUTE') and not (p.prosecdef
      and pg_get_userbyid(p.proowner) = 'restai_definer'
      and exists (select from unnest(p.proconfig) as setting where setting ~ '^search_path=pg_catalog, public, pg_temp$')
      and not exists (select 1 from aclexplode(p.proacl) a where a.grantee = 0))`
  expect([...loose]).toEqual([])
})

it('the definer role cannot log in or bypass row-level security', async () => {
  const [role] = await world.admin`
    select rolcanlogin, rolsuper, rolbypassrls from pg_roles where rolname = 'restai_definer'`
  expect(role).toEqual({ rolcanlogin: false, rolsuper: false, rolbypassrls: false })
})

it('every foreign key between rows of a branch carries organization and branch', async () => {
  const narrow = await world.admin`
    select k.conname::text as name from pg_constraint k
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace
      and 2 = (select count(distinct a.attrelid) from pg_attribute a
        where a.attrelid in (k.conrelid, k.confrelid) and a.attname = 'branch_id' and a.attnotnull)
      and 2 > (select count(*) from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey)
        and a.attname in ('organization_id', 'branch_id'))`
  expect([...narrow]).toEqual([])
})
