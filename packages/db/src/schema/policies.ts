import { type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, pgPolicy, pgRole } from 'drizzle-orm/pg-core'

/** Logs in for the API; owns nothing and cannot bypass row-level security. */
export const appRole = pgRole('restai_app').existing()
/** Owns the SECURITY DEFINER functions; cannot log in. */
export const definerRole = pgRole('restai_definer').existing()

// A missing setting reads as NULL, and NULL shows nothing. The sub-select is evaluated once per query.
export const setting = (name: string): SQL =>
  sql.raw(`(select nullif(current_setting('app.${name}', true), '')::uuid)`)
const actorKind = sql.raw(`(select current_setting('app.actor_kind', true))`)

export const isKind = (...kinds: string[]): SQL =>
  sql`${actorKind} in (${sql.raw(kinds.map((kind) => `'${kind}'`).join(', '))})`

export const ofOrganization = (column: AnyPgColumn): SQL => sql`${column} = ${setting('organization_id')}`
export const ofBranch = (table: { organizationId: AnyPgColumn; branchId: AnyPgColumn }): SQL =>
  sql`${table.organizationId} = ${setting('organization_id')} and ${table.branchId} = ${setting('branch_id')}`

/** Staff of the branch read and write; deleting is a policy of its own where a feature needs it. */
export const staffAll = (name: string, condition: SQL) =>
  pgPolicy(`${name}_staff`, {
    for: 'all',
    to: appRole,
    using: sql`${isKind('staff')} and ${condition}`,
    withCheck: sql`${isKind('staff')} and ${condition}`,
  })

/** These kinds of actors read and write the rows that meet the condition. */
export const allBy = (name: string, kinds: string[], condition: SQL) =>
  pgPolicy(`${name}_all_${kinds.join('_').replaceAll('-', '_')}`, {
    for: 'all',
    to: appRole,
    using: sql`${isKind(...kinds)} and ${condition}`,
    withCheck: sql`${isKind(...kinds)} and ${condition}`,
  })

export const readBy = (name: string, kinds: string[], condition: SQL) =>
  pgPolicy(`${name}_read_${kinds.join('_').replaceAll('-', '_')}`, {
    for: 'select',
    to: appRole,
    using: sql`${isKind(...kinds)} and ${condition}`,
  })

export const insertBy = (name: string, kinds: string[], condition: SQL) =>
  pgPolicy(`${name}_insert_${kinds.join('_').replaceAll('-', '_')}`, {
    for: 'insert',
    to: appRole,
    withCheck: sql`${isKind(...kinds)} and ${condition}`,
  })

export const updateBy = (name: string, kinds: string[], condition: SQL) =>
  pgPolicy(`${name}_update_${kinds.join('_').replaceAll('-', '_')}`, {
    for: 'update',
    to: appRole,
    using: sql`${isKind(...kinds)} and ${condition}`,
    withCheck: sql`${isKind(...kinds)} and ${condition}`,
  })

/** What the look-up functions may see before an identity is known. */
export const lookupReads = (name: string) =>
  pgPolicy(`${name}_lookup`, { for: 'select', to: definerRole, using: sql`true` })

/** Only `app.append_journal`, which the definer role owns, writes the journal. */
export const definerWrites = (name: string) =>
  pgPolicy(`${name}_definer`, { for: 'all', to: definerRole, using: sql`true`, withCheck: sql`true` })

/** A refresh family is visible to the request that proved to hold its token, or that just made it. */
export const ownFamily = (name: string, column: AnyPgColumn) =>
  pgPolicy(`${name}_own`, {
    for: 'all',
    to: appRole,
    using: sql`${column} = ${setting('family_id')}`,
    withCheck: sql`${column} = ${setting('family_id')}`,
  })
