import type { Database } from '@repo/db'
import type { Party } from './two-organizations.ts'

/** Strings that occur in the rows of one place alone: who must not see the place must not see them. */
export type Canaries = {
  foreign: ReadonlySet<string>
  elsewhere: ReadonlySet<string>
  neighbour: ReadonlySet<string>
  /** What anybody with the address may read: the published menus. */
  published: ReadonlySet<string>
}

const minLengthChars = 6
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const placeNames = ['foreign', 'elsewhere', 'neighbour'] as const

/** Reads every row of every table once and sorts its strings by whose they are. */
export async function findCanaries(
  admin: Database,
  tables: readonly string[],
  { foreign, elsewhere, neighbour }: Record<'foreign' | 'elsewhere' | 'neighbour', Party>,
): Promise<Canaries> {
  const places = { foreign: new Set<string>(), elsewhere: new Set<string>(), neighbour: new Set<string>() }
  const others = new Set<string>()
  const published = new Set<string>()
  const homeless: string[][] = []
  for (const table of tables.filter((name) => !name.startsWith('journal_'))) {
    const rows = await admin<{ row: Record<string, unknown> }[]>`
      select to_jsonb(t) as row from ${admin(table)} t`
    for (const { row } of rows) {
      const place = placeOf(row)
      const texts = [...strings(row)]
      if (!place && row.organization_id === undefined) homeless.push(texts)
      else for (const text of texts) (place ? places[place] : others).add(text)
      if (place && isMenu(table)) for (const text of texts) published.add(text)
    }
  }
  // Rows without a tenant, such as a person's, belong to the place whose rows name them.
  for (const texts of homeless) {
    const ids = texts.filter((text) => uuid.test(text) && !others.has(text))
    const place = placeNames.find((name) => ids.some((id) => places[name].has(id)))
    for (const text of texts) (place ? places[place] : others).add(text)
  }
  return { ...exclusive(), published }

  function placeOf(row: Record<string, unknown>): keyof typeof places | undefined {
    if (row.organization_id === foreign.organizationId || row.id === foreign.organizationId) return 'foreign'
    if (row.branch_id === elsewhere.branchId) return 'elsewhere'
    if (row.session_id === neighbour.sessionId || row.id === neighbour.sessionId) return 'neighbour'
    return undefined
  }

  /** A string that another place has as well reveals nothing. */
  function exclusive() {
    const counted = new Map<string, number>()
    for (const set of [...Object.values(places), others])
      for (const text of set) counted.set(text, (counted.get(text) ?? 0) + 1)
    const own = (set: ReadonlySet<string>) => new Set([...set].filter((text) => counted.get(text) === 1))
    return {
      foreign: own(places.foreign),
      elsewhere: own(places.elsewhere),
      neighbour: own(places.neighbour),
    }
  }
}

const isMenu = (table: string): boolean =>
  /^(branches|organizations|menu_|dish|modifier_|option_|tax_rates|opening_hours|stations|dining_tables)/.test(
    table,
  )

/** The texts in a value that are long enough to tell places apart; instants are not. */
function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    if (value.length >= minLengthChars && !/^\d{4}-\d\d-\d\d/.test(value)) yield value
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) yield* strings(inner)
  }
}
