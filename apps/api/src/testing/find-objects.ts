import type { Database } from '@repo/db'
import type { Party } from './two-organizations.ts'

/** Parameters whose table has another name. */
const tableOfParameter: Record<string, string> = { optionId: 'modifier_options', lineId: 'order_lines' }

/** Whose an object is, as its table's columns say. */
export type ObjectScope = 'person' | 'organization' | 'branch' | 'session'
export type FoundObject = { id: string; scope: ObjectScope }

type Columns = ReadonlyMap<string, ReadonlySet<string>>

/** Finds, for parameters such as `orderId`, the row of a party that they may name: `orderId` is a row of `orders`. */
export async function createObjectFinder(admin: Database) {
  const rows = await admin<{ table: string; column: string; nullable: boolean }[]>`
    select table_name as table, column_name as column, is_nullable = 'YES' as nullable
    from information_schema.columns where table_schema = 'public'`
  const columns: Columns = new Map(
    [...Map.groupBy(rows, ({ table }) => table)].map(([table, of]) => [
      table,
      new Set(of.map(({ column, nullable }) => (column === 'branch_id' && nullable ? 'branch?' : column))),
    ]),
  )

  const found = new Map<string, Promise<FoundObject | undefined>>()
  return function find(parameter: string, party: Party, userId?: string): Promise<FoundObject | undefined> {
    const key = [parameter, party.name, userId].join()
    const known = found.get(key) ?? look(parameter, party, userId)
    found.set(key, known)
    return known
  }

  async function look(
    parameter: string,
    party: Party,
    userId: string | undefined,
  ): Promise<FoundObject | undefined> {
    if (parameter === 'branchId') return { id: party.branchId, scope: 'branch' }
    if (parameter === 'branchSlug') return { id: party.slug, scope: 'branch' }
    if (parameter === 'tableCode') return { id: party.code, scope: 'branch' }
    // A photo that nobody has uploaded: its address is public, and says only that it is not there.
    if (parameter === 'file') return { id: `${party.branchId.replaceAll('-', '')}-160.webp`, scope: 'branch' }
    if (parameter === 'dishId') return { id: party.dishes.soup, scope: 'branch' }
    const table = tableOfParameter[parameter] ?? tableNamedLike(parameter, [...columns.keys()])
    const has = columns.get(table ?? '')
    if (table === undefined || !has?.has('id')) return undefined
    const conditions = [
      has.has('organization_id') ? admin`organization_id = ${party.organizationId}` : admin`true`,
      has.has('branch_id') ? admin`branch_id = ${party.branchId}` : admin`true`,
      has.has('branch?') ? admin`(branch_id = ${party.branchId} or branch_id is null)` : admin`true`,
      has.has('session_id') ? admin`session_id = ${party.sessionId}` : admin`true`,
      table === 'table_sessions' ? admin`id = ${party.sessionId}` : admin`true`,
      table === 'dining_tables' ? admin`id = ${party.tableId}` : admin`true`,
      !has.has('organization_id') && has.has('user_id') ? admin`user_id = ${userId ?? null}` : admin`true`,
    ]
    // The last one is not the caller: the guest who waits, a colleague.
    const [row] = await admin<{ id: string }[]>`
      select id from ${admin(table)} where ${conditions.reduce((all, one) => admin`${all} and ${one}`)}
      order by id desc limit 1`
    return row && { id: row.id, scope: scopeOf(table, has) }
  }
}

function scopeOf(table: string, has: ReadonlySet<string>): ObjectScope {
  if (has.has('session_id') || table === 'table_sessions') return 'session'
  if (has.has('branch_id')) return 'branch'
  return has.has('organization_id') ? 'organization' : 'person'
}

/** `tableId` is a row of `dining_tables`, `familyId` one of `token_families`. */
function tableNamedLike(parameter: string, tables: readonly string[]): string | undefined {
  if (!parameter.endsWith('Id')) return undefined
  const word = parameter.slice(0, -2).replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const plural = /(s|x|sh|ch)$/.test(word)
    ? `${word}es`
    : /[^aeiou]y$/.test(word)
      ? `${word.slice(0, -1)}ies`
      : `${word}s`
  return (
    tables.find((table) => table === plural) ??
    tables.find((table) => table.endsWith(`_${plural}`)) ??
    tables.find((table) => table.startsWith(`${word}_`))
  )
}
