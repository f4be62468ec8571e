import { expect, test } from 'vitest'
import { readArguments } from './read-arguments.ts'

const read = (...args: string[]) => readArguments(args, {})

test('an address alone is enough', () => {
  expect(read('https://order.example.com')).toMatchObject({
    wants: 'run',
    options: { site: new URL('https://order.example.com'), hsts: 'full' },
    only: [],
    strict: false,
  })
})

test.each([
  [[]],
  [['order.example.com']],
  [['ftp://order.example.com']],
  [['https://a.example', 'https://b.example']],
  [['https://order.example.com/menu']],
  [['https://order.example.com', '--email', 'a@b.co']],
  [['https://order.example.com', '--hsts', 'most']],
  [['https://order.example.com', '--ports', '5432,99999']],
  [['https://order.example.com', '--table', 'only-a-slug']],
  [['https://order.example.com', '--unknown']],
])('%j is refused', (args) => {
  expect(() => read(...args)).toThrow()
})

test('secrets may come from the environment, where the history of a shell does not keep them', () => {
  const env = { PREFLIGHT_PASSWORD: 'p', PREFLIGHT_SIGNUP_TOKEN: 's', PREFLIGHT_HEALTH_SECRET: 'h' }
  expect(readArguments(['https://a.example', '--email', 'a@b.co'], env)).toMatchObject({
    options: { account: { email: 'a@b.co', password: 'p' }, signupToken: 's', healthSecret: 'h' },
  })
})

test("a sticker's whole address names a table as well as slug and code", () => {
  for (const table of ['la-higuera/ABCD2345EFGH', 'https://a.example/la-higuera/ABCD2345EFGH'])
    expect(read('https://a.example', '--table', table)).toMatchObject({
      options: { table: 'la-higuera/ABCD2345EFGH' },
    })
})
