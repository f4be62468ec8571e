import { build } from '../sample-input.ts'
import { hostileTexts } from './hostile-texts.ts'
import type { Json, Operation } from './operations.ts'

/** One request, and what must come of it beyond what holds for all. */
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
const extraKeys = [
  ...['isSuperUser', 'role', 'organizationId', 'totalMinor', 'status', 'id', 'constructor', 'toString'],
  ...['$where', 'a'.repeat(300), '', ' ', 'naïve', '👑', '0', 'hasOwnProperty'],
]
const wrongValues = [null, 'text', '', 12, 1.5, -1, 0, true, [], {}, [[]], { $ne: null }, [null], '0', 'true']
const extremeNumbers = [2 ** 31, 2 ** 53, -(2 ** 53), 1e21, 1e308, 1e-9, -0.1, 999_999_999_999]
const notJson = [
  ...['', ' ', '{', '}', '[]', 'null', '"text"', '1', 'NaN', '{"a":1,}', "{'a':1}", '{"a":1}{"b":2}', '<a/>'],
  ...['{"__proto__":{"isAdmin":true}}', '{"a":1,"a":2}', 'a=1&b=2', '\uFEFF{}', '{"a":"\u0000"}', '{"a":01}'],
  ...[
    `${'['.repeat(21)}${']'.repeat(21)}`,
    `${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}`,
    '['.repeat(20_000),
  ],
]
const contentTypes = [
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
  ],
  ...[
    'application/json; charset=utf-16',
    'application/json;charset=latin1',
    'application/jsonp',
    'json',
    '*/*',
  ],
  ...['application/vnd.api+json', 'application/json, text/plain', 'text/html', 'application/json; a=b'],
]
const badParameters = [
  ...[
    '0',
    '-1',
    'null',
    'undefined',
    '%00',
    '%0d%0aX-A:b',
    '..%2f..%2f',
    '%252e%252e',
    '%ff%fe',
    '%C0%AF',
    '*',
    '%25',
  ],
  ...[
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '__proto__',
    'constructor',
  ],
  ...[
    "'%20or%201=1--",
    '%3Cscript%3E',
    'a'.repeat(36),
    'a'.repeat(2_000),
    '%F0%9F%91%91',
    '1e9',
    '{}',
    '[]',
    '~',
  ],
]
const badHeaders: Record<string, string>[] = [
  ...[
    'Bearer',
    'Bearer ',
    'bearer x',
    'Basic YTpi',
    'Bearer a.b.c',
    `Bearer ${'a'.repeat(5_000)}`,
    'Bearer é',
  ].map((authorization) => ({ authorization: Buffer.from(authorization).toString('latin1') })),
  ...['', '\u00ff'.repeat(40), 'a'.repeat(5_000), '<script>', '{"a":1}'].map((value) => ({
    'x-request-id': value,
  })),
  ...['a=b', '__Secure-rt-staff=x', '__Secure-rt-guest=', `x=${'y'.repeat(4_000)}`, ';;;', '='].map(
    (cookie) => ({ cookie }),
  ),
  ...['', ' ', 'a'.repeat(256), 'a b', '\u00e9'].map((key) => ({ 'idempotency-key': key })),
  ...['x', 'branch:1.2.3', '-1', 'a'.repeat(500), '::..', '0.0.0'].map((id) => ({ 'last-event-id': id })),
  ...['text/html', 'a/b;q=2', '*'].map((accept) => ({ accept })),
  ...['null', 'https://evil.example', 'http://localhost:3000.evil.example', 'a b'].map((origin) => ({
    origin,
  })),
  ...['zz', 'en;q=9', 'x'.repeat(2_000)].map((language) => ({ 'accept-language': language })),
  { 'x-http-method-override': 'DELETE' },
  { 'x-forwarded-host': 'evil.example' },
  { range: 'bytes=0-0' },
  { 'if-none-match': '"' },
  { 'content-encoding': 'gzip' },
]
const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'PURGE']

// An address has the same parser everywhere: some of the texts will do.
const fewHostile = hostileTexts.filter(
  (text, index) => index % 3 === 0 && text.isWellFormed() && text.length < 3_000,
)

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
    yield { ...base, headers: json, body, what: 'a body that nobody takes', must: 'refuse' }
}

function* queries({ parameters }: Operation, base: Omit<Mutation, 'what' | 'must'>): Generator<Mutation> {
  const names = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name)
  const with_ = (query: string) => ({ ...base, path: `${base.path}?${query}` })
  for (const key of extraKeys.filter((name) => name !== ''))
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

const words =
  'admin administrator wp-admin wp-login phpmyadmin .git .env .svn debug trace actuator console manager server-status backup dump config swagger graphql metrics ready internal private test old api/admin cgi-bin'
const endings = [
  '',
  '/',
  '.php',
  '.bak',
  '.zip',
  '.json',
  '.sql',
  '/config',
  '/users',
  '/login',
  '/..',
  '%2f',
  '~',
  '/.git/HEAD',
  '?x=1',
  '/index.html',
  '/env',
  '.tar.gz',
  '/heapdump',
  '/shell',
]

/** Addresses where other systems keep what nobody should see. */
export function* unknownAddresses(): Generator<Mutation> {
  for (const word of words.split(' '))
    for (const ending of endings)
      yield {
        method: 'GET',
        path: `/${word}${ending}`,
        headers: {},
        what: 'unknown address',
        must: 'not-found',
      }
}
