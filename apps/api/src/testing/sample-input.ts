import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { testPassword } from './test-app.ts'

type Json = Record<string, unknown>
/** Gives the id that a field of that name is to carry. */
export type ObjectOf = (name: string) => string | undefined

/** What a text may have to be, from the likeliest on; the schema says which one it takes. */
const texts = () => [
  'Mesa',
  `${randomUUID()}@example.test`,
  randomUUID(),
  'PEN',
  'America/Lima',
  '123456',
  '+51987654321',
  '2030-01-31',
  '2030-01-31T12:00:00Z',
  'https://hooks.example.com/orders',
  // Codes and tokens of every length that there is.
  ...[6, 8, 10, 12, 16, 20, 22, 24, 32, 43].map((length) => 'A'.repeat(length)),
]
const numbers = [1, 0, 10, 60, 1_000]
const maxRepairs = 200

/**
 * A body or query that the schema takes, made from the schema alone: first with what it demands, then with one optional
 * field, then with all. @throws when none of them is taken
 */
export function sampleInput(schema: z.ZodType, objectOf: ObjectOf = () => undefined): unknown {
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
  const optional = Object.keys((described.properties ?? {}) as Json)
  for (const extras of [[], ...optional.map((name) => [name]), optional]) {
    const repaired = repair(schema, build(described, '', objectOf, extras))
    if (repaired !== undefined) return repaired.value
  }
  throw new Error(`no sample is taken: ${JSON.stringify(described).slice(0, 200)}`)
}

/** A value of the described shape; what only the schema's own checks know may still be wrong. */
export function build(described: Json, name: string, objectOf: ObjectOf, extras: readonly string[]): unknown {
  if (described.const !== undefined) return described.const
  if (Array.isArray(described.enum)) return described.enum.includes('waiter') ? 'waiter' : described.enum[0]
  const [variant] = (described.anyOf ?? described.oneOf ?? []) as Json[]
  if (variant) return build(variant, name, objectOf, extras)
  switch (described.type) {
    case 'object':
      return buildObject(described, objectOf, extras)
    case 'array':
      return Number(described.minItems ?? 0) > 0
        ? [build((described.items ?? {}) as Json, name, objectOf, extras)]
        : []
    case 'integer':
    case 'number':
      return Math.max(1, Number(described.minimum ?? 1))
    case 'boolean':
      return false
    default:
      return /password/i.test(name) ? testPassword : (objectOf(name) ?? texts()[0])
  }
}

function buildObject(described: Json, objectOf: ObjectOf, extras: readonly string[]): Json {
  const required = new Set((described.required ?? []) as string[])
  const properties = Object.entries((described.properties ?? {}) as Record<string, Json>)
  const built = Object.fromEntries(
    properties
      .filter(([name]) => required.has(name) || extras.includes(name))
      .map(([name, property]) => [name, build(property, name, objectOf, extras)]),
  )
  return { ...built, ...move(properties) }
}

/** From one state to the next, where a body names both: a move that leads nowhere is refused before anything is looked up. */
function move(properties: readonly [string, Json][]): Json {
  const states = properties.flatMap(([name, { enum: values }]) =>
    (name === 'from' || name === 'to') && Array.isArray(values) ? [values] : [],
  )
  return states.length === 2 ? { from: states[0]?.[1], to: states[1]?.[2] } : {}
}

/** Tries other values wherever the schema complains. */
function repair(schema: z.ZodType, value: unknown): { value: unknown } | undefined {
  const tried = new Map<string, number>()
  for (let attempt = 0; attempt < maxRepairs; attempt++) {
    const result = schema.safeParse(value)
    if (result.success) return { value }
    const path = result.error.issues[0]?.path ?? []
    const key = path.join('.')
    const turn = (tried.get(key) ?? 0) + 1
    tried.set(key, turn)
    const at = path.slice(0, -1).reduce((node: unknown, step) => (node as Json)?.[String(step)], value)
    const last = path.at(-1)
    if (last === undefined || typeof at !== 'object' || at === null) return undefined
    const candidates: unknown[] = typeof (at as Json)[String(last)] === 'number' ? numbers : texts()
    if (turn >= candidates.length) return undefined
    ;(at as Json)[String(last)] = candidates[turn]
  }
  return undefined
}
