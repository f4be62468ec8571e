import { build } from '../sample-input.ts'
import {
  badHeaders,
  badParameters,
  contentTypes,
  extraKeys,
  extremeNumbers,
  fewHostile,
  notJson,
  wrongValues,
} from './bad-values.ts'
import { hostileTexts } from './hostile-texts.ts'
import type { Json, Operation } from './operations.ts'

/** One request, and what its answer must be beyond what holds for all. */
export type Mutation = {
  what: string
  method: string
  path: string
  headers: Record<string, string>
  body?: string | Buffer
  must: 'refuse' | 'unknown-field' | 'wrong-verb' | 'not-found' | 'anything'
}
export type Fill = (name: string) => string | undefined

const json = { 'content-type': 'application/json' }
const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'PURGE']

export const pathOf = ({ template }: Operation, fill: Fill): string =>
  template.replaceAll(/\{(\w+)\}/g, (_, name: string) => fill(name) ?? 'x')

/** Everything that is tried on one operation. */
export function* mutationsOf(operation: Operation, fill: Fill): Generator<Mutation> {
  const { method } = operation
  const path = pathOf(operation, fill)
  const good = operation.body ? (build(operation.body, '', fill, []) as Json) : undefined
  const base = { method, path, headers: good ? json : {}, ...(good && { body: JSON.stringify(good) }) }
  yield { ...base, what: 'as documented', must: 'anything' }
  if (operation.body && good) yield* bodies({ ...base, must: 'anything', what: '' }, operation.body, good)
  else yield* uselessBodies({ ...base, must: 'anything', what: '' })
  for (const header of badHeaders)
    yield {
      ...base,
      headers: { ...base.headers, ...header },
      what: `header ${Object.keys(header)}`,
      must: 'anything',
    }
  for (const { name } of operation.parameters.filter((parameter) => parameter.in === 'path'))
    for (const value of [...badParameters, ...fewHostile.map(encodeURIComponent)])
      yield {
        ...base,
        path: pathOf(operation, (n) => (n === name ? value : fill(n))),
        what: `path ${name}`,
        must: 'anything',
      }
  yield* queries(operation, base)
}

/** Methods that a path does not have. */
export function* wrongVerbs(path: string, has: readonly string[]): Generator<Mutation> {
  for (const method of verbs)
    if (!has.includes(method)) yield { method, path, headers: {}, what: 'wrong verb', must: 'wrong-verb' }
}

function* bodies(base: Mutation, schema: Json, good: Json): Generator<Mutation> {
  const send = (value: unknown) => ({ ...base, body: JSON.stringify(value) })
  for (const { path, described } of places(schema, good)) {
    const at = path.join('.') || 'body'
    if (described.type === 'object') {
      for (const key of extraKeys.filter(
        (name) => !Object.hasOwn((described.properties ?? {}) as Json, name),
      ))
        yield { ...send(change(good, [...path, key], 1)), what: `extra key in ${at}`, must: 'unknown-field' }
      const prototype = JSON.stringify(change(good, [...path, 'PLACE'], { isAdmin: true })).replace(
        '"PLACE"',
        '"__proto__"',
      )
      yield { ...base, body: prototype, what: `prototype of ${at}`, must: 'unknown-field' }
    }
    if (path.length === 0) continue
    const parent = path.slice(0, -1).reduce((node: unknown, step) => (node as Json)[step], good)
    if (!Array.isArray(parent))
      yield { ...send(change(good, path, undefined)), what: `without ${at}`, must: 'anything' }
    for (const value of valuesFor(described))
      yield { ...send(change(good, path, value)), what: `value of ${at}`, must: 'anything' }
  }
  for (const body of notJson) yield { ...base, body, what: 'not the JSON it takes', must: 'anything' }
  yield { ...base, body: Buffer.from(JSON.stringify(good), 'utf16le'), what: 'UTF-16', must: 'refuse' }
  yield { ...base, body: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), what: 'no UTF-8', must: 'refuse' }
  yield { ...send({ ...good, pad: 'x'.repeat(70_000) }), what: 'too large', must: 'anything' }
  for (const type of contentTypes)
    yield { ...base, headers: { 'content-type': type }, what: `type ${type}`, must: 'refuse' }
  yield { ...base, headers: {}, what: 'no type', must: 'refuse' }
}

function* uselessBodies(base: Mutation): Generator<Mutation> {
  for (const body of notJson.filter((text) => text !== ''))
    yield { ...base, headers: json, body, what: 'a body that is not JSON', must: 'refuse' }
}

function* queries({ parameters }: Operation, base: Omit<Mutation, 'what' | 'must'>): Generator<Mutation> {
  const names = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name)
  const with_ = (query: string) => ({ ...base, path: `${base.path}?${query}` })
  for (const key of [...extraKeys.filter((name) => name !== ''), '__proto__'])
    yield {
      ...with_(`${encodeURIComponent(key)}=1`),
      what: 'extra key in the query',
      must: 'unknown-field',
    }
  for (const query of [
    'a=1&a=2',
    '%',
    '=',
    '&&&',
    'a[]=1',
    'a[b]=c',
    '__proto__[x]=1',
    'a'.repeat(8_200),
    '%00=%00',
    '%ff',
  ])
    yield { ...with_(query), what: 'a broken query', must: 'anything' }
  for (const text of hostileTexts.filter((one) => one.isWellFormed() && one.length < 3_000))
    yield {
      ...with_(`search=${encodeURIComponent(text)}`),
      what: 'search for a hostile text',
      must: 'refuse',
    }
  for (const name of names) {
    yield { ...with_(`${name}=en&${name}=es`), what: `${name} twice`, must: 'refuse' }
    for (const text of fewHostile)
      yield { ...with_(`${name}=${encodeURIComponent(text)}`), what: `query ${name}`, must: 'anything' }
  }
}

type Place = { path: (string | number)[]; described: Json }

/** Every value in a body with the schema that describes it. */
function* places(described: Json, value: unknown, path: (string | number)[] = []): Generator<Place> {
  yield { path, described }
  if (described.type === 'object') {
    for (const [name, property] of Object.entries((described.properties ?? {}) as Record<string, Json>)) {
      const inner = (value as Json | undefined)?.[name]
      if (inner !== undefined) yield* places(property, inner, [...path, name])
      else yield { path: [...path, name], described: { ...property, type: 'any' } }
    }
  } else if (Array.isArray(value) && value.length > 0) {
    yield* places((described.items ?? {}) as Json, value[0], [...path, 0])
  }
}

function valuesFor({
  type,
  minimum,
  maximum,
  maxLength,
  minLength,
  maxItems,
  enum: values,
}: Json): unknown[] {
  const all: unknown[] = [...wrongValues]
  if (type === 'integer' || type === 'number') {
    all.push(...extremeNumbers)
    for (const border of [minimum, maximum])
      if (typeof border === 'number') all.push(border - 1, border, border + 1)
  }
  if (type === 'string') {
    all.push(...hostileTexts, 'x'.repeat(60_000))
    for (const border of [minLength, maxLength])
      if (typeof border === 'number') all.push('x'.repeat(border), 'x'.repeat(border + 1))
  }
  if (type === 'array') all.push(Array(Number(maxItems ?? 500) + 1).fill({}), Array(5_000).fill(1))
  if (Array.isArray(values)) all.push(`${values[0]} `, String(values[0]).toUpperCase(), values)
  return all
}

/** A copy with one place changed; `undefined` removes it. */
function change(good: Json, path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(good)
  let node: Json = copy
  for (const step of path.slice(0, -1)) {
    node[step] ??= {}
    node = node[step] as Json
  }
  const last = path.at(-1)
  if (last !== undefined) node[last] = value
  return copy
}
