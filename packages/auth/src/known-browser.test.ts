import { expect, it } from 'vitest'
import { type KnownBrowser, knowsPerson, readKnownBrowser, serializeKnownBrowser } from './known-browser.ts'

const [current, previous] = ['the current secret of this test', 'the one that was replaced']

function visit(userId: string, browser?: KnownBrowser, secret = current): KnownBrowser {
  const cookie = serializeKnownBrowser(browser, userId, secret, 'production').split(';')[0] ?? ''
  const read = readKnownBrowser(`a=b; ${cookie}; c=d`, 'production')
  if (!read) throw new Error(`${cookie} is not read`)
  return read
}

it('the cookie is long-lived and out of reach of scripts, other sites and other paths', () => {
  expect(serializeKnownBrowser(undefined, 'rosa', current, 'production')).toMatch(
    /^__Secure-rt-browser=[\w-]{22}\.[\w-]{43}; Max-Age=15552000; Path=\/api\/auth; HttpOnly; Secure; SameSite=Strict$/,
  )
})

it('knows the people who signed in with it, even after the secret was replaced, and nobody else', () => {
  const browser = visit('luz', visit('rosa', undefined, previous))
  expect(knowsPerson(browser, 'luz', [current])).toBe(true)
  expect(knowsPerson(browser, 'rosa', [current, previous])).toBe(true)
  expect(knowsPerson(browser, 'rosa', [current])).toBe(false)
  expect(knowsPerson(browser, 'theo', [current, previous])).toBe(false)
})

it('a seal copied from one browser is worthless in another', () => {
  const { seals } = visit('rosa')
  expect(knowsPerson({ id: visit('mara').id, seals }, 'rosa', [current])).toBe(false)
})

it('keeps the last five people', () => {
  let browser: KnownBrowser | undefined
  for (const userId of ['a', 'b', 'c', 'd', 'e', 'f']) browser = visit(userId, browser)
  expect(browser?.seals).toHaveLength(5)
  expect(browser && knowsPerson(browser, 'a', [current])).toBe(false)
  expect(browser && knowsPerson(browser, 'f', [current])).toBe(true)
})

it.each(['', 'x', `${'a'.repeat(22)}`, `${'a'.repeat(22)}.${'b'.repeat(42)}`])(
  '"%s" is not a browser',
  (value) => {
    expect(readKnownBrowser(`__Secure-rt-browser=${value}`, 'production')).toBeUndefined()
  },
)
