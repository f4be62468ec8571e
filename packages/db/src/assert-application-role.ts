import type { Database } from './connect.ts'

/** Refuses to start as a role that row-level security does not bind: an owner, a superuser, or one that can bypass it. */
export async function assertApplicationRole(database: Database): Promise<void> {
  const [role] = await database<{ name: string; bypasses: boolean; owns: boolean; unforced: string[] }[]>`
    select current_user as name,
      (select r.rolsuper or r.rolbypassrls from pg_roles r where r.rolname = current_user) as bypasses,
      exists (select 1 from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and pg_has_role(current_user, c.relowner, 'member')) as owns,
      array(select c.relname::text from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not (c.relrowsecurity and c.relforcerowsecurity)) as unforced`
  if (!role) throw new Error('the database role could not be read')
  const faults = [
    role.bypasses && 'it can bypass row-level security',
    role.owns && 'it owns tables',
    role.unforced.length > 0 && `row-level security is not forced on ${role.unforced.join(', ')}`,
  ].filter(Boolean)
  if (faults.length > 0) {
    throw new Error(
      `DATABASE_URL logs in as "${role.name}", which the API must not use: ${faults.join('; ')}`,
    )
  }
}
