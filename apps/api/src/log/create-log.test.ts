import { expect, test } from 'vitest'
import { createLog } from './create-log.ts'

const secret = 'q8Zr2LxV0mTn5KbYw3HsJd7C'

function capture(...args: [unknown, string?]): string {
  const written: string[] = []
  const log = createLog({
    level: 'trace',
    secrets: [secret],
    destination: { write: (line) => void written.push(line) },
  })
  ;(log.info as (...all: unknown[]) => void)(...args)
  return written.join('')
}
const canary = 'zebra-canary'

test.each([
  'password',
  'passwordHash',
  'new_password',
  'PASSWORD',
  'accessToken',
  'refresh_token',
  'x-api-key',
  'apiKey',
  'authorization',
  'Authorization',
  'cookie',
  'set-cookie',
  'clientSecret',
  'private_key',
  'otp',
  'joinCode',
  'tableCode',
  'code',
  'email',
  'customerEmail',
  'phone',
  'phoneNumber',
  'creditCard',
  'cardNumber',
  'pan',
  'cvv',
  'cvc',
  'iban',
  'nationalId',
  'national_id',
  'SSN',
  'pin',
  'passphrase',
  'credentials',
  'webhookSignature',
  'address',
  'name',
  'customerName',
  'note',
])('a field called %s is not written, at any depth, in arrays or beside others', (key) => {
  const line = capture(
    { a: [{ b: { [key]: canary, kept: 'plain' } }], [key]: [canary], headers: { [key]: { deep: canary } } },
    'text',
  )
  expect(line).not.toContain(canary)
  expect(line).toContain('plain')
})

test.each([
  ['a JWT', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U'],
  ['a refresh token', 'Zt9Qm1xL4vB7nW2kR8yT5pC0hJ6dF3sGaUeIoXqKlMn'],
  ['a bearer header', 'Bearer abc.def'],
  ['an e-mail address', 'maria.o-hara+menu@example.co.uk'],
  ['a short e-mail address', 'a@b.co'],
  ['a phone number', '+51 987 654 321'],
  ['a local phone number', '987654321'],
  ['a card number', '4111 1111 1111 1111'],
  ['a card number without spaces', '4111111111111111'],
  ['a password hash', '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA'],
  ['a connection string', 'postgres://restai_app:hunter22@db:5432/restai'],
  ['a table code in an address', '/api/customer/casa-perejil/ABCD2345EFGH/menu'],
  ['a table code by itself', 'ABCD2345EFGH'],
  ['a payment key', 'sk_live_51HcanaryCanary'],
  ['a secret of this process', secret],
])('%s is not written, wherever it stands', (_, value) => {
  const core = /hunter22|ABCD2345EFGH/.exec(value)?.[0] ?? value
  const failure = new Error(`no ${value} here`, { cause: new Error(`because ${value}`) })
  for (const args of [
    [`text ${value} text`],
    [{ odd: value, list: [value], [value]: 1 }, value],
    [{ err: failure }],
    [failure],
    [[value]],
  ] as [unknown, string?][])
    expect(capture(...args)).not.toContain(core)
})

test('numbers that are cards or phones are not written either, and ids, routes and times are', () => {
  const line = capture({
    odd: 4111111111111111,
    requestId: '01940000-0000-7000-8000-000000000001',
    route: '/api/branches/:branchId/staff',
    status: 200,
    ms: 12.5,
    at: '2026-11-21T07:17:00.000Z',
    code: 'PRICE_CHANGED',
    port: 3001,
  })
  expect(JSON.parse(line)).toMatchObject({
    odd: '[number]',
    requestId: '01940000-0000-7000-8000-000000000001',
    route: '/api/branches/:branchId/staff',
    status: 200,
    ms: 12.5,
    at: '2026-11-21T07:17:00.000Z',
    code: 'PRICE_CHANGED',
    port: 3001,
  })
})

test('circles, depth, dates, bytes, maps, functions and odd values do no harm', () => {
  const circle: Record<string, unknown> = {
    at: new Date(0),
    bytes: new Uint8Array(9),
    map: new Map([['password', canary]]),
    f: () => canary,
    none: null,
  }
  circle.self = circle
  let deep: unknown = canary
  for (let n = 0; n < 50; n++) deep = { deep }
  const line = capture({ circle, deep, symbol: Symbol('x'), nan: Number.NaN })
  expect(JSON.parse(line)).toMatchObject({
    circle: { at: '1970-01-01T00:00:00.000Z', self: '[circle]', bytes: '[bytes]' },
  })
  expect(line).not.toMatch(new RegExp(`deep.*${canary}`))
})

test('an event is one line of JSON, whatever is in it', () => {
  const hostile = 'first\n{"level":"info","msg":"forged"}\r\n\u2028\u001b[2Jlast'
  for (const args of [[hostile], [{ route: hostile, [hostile]: hostile }], [new Error(hostile)]] as [
    unknown,
    string?,
  ][]) {
    const line = capture(...args)
    expect(line.trimEnd().split('\n')).toHaveLength(1)
    expect(() => JSON.parse(line)).not.toThrow()
  }
})

test('an error keeps its type, code, constraint and stack, and loses the values that the database quoted', () => {
  const cause = Object.assign(new Error('invalid input syntax for type uuid: "zebra-canary"'), {
    code: '22P02',
    constraint_name: 'users_email',
    detail: canary,
  })
  const line = capture(
    { err: new Error(`Failed query: select 1\nparams: ${canary},1`, { cause }) },
    'request failed',
  )
  expect(line).not.toContain(canary)
  expect(JSON.parse(line)).toMatchObject({
    err: {
      type: 'Error',
      message: 'Failed query: select 1',
      stack: expect.stringContaining('create-log.test.ts'),
      cause: { code: '22P02', constraint: 'users_email' },
    },
  })
})
