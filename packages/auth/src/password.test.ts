import { expect, it } from 'vitest'
import { burnPasswordTime, hashPassword, verifyPassword } from './password.ts'

it('a password is verified by its hash, and no other password is', async () => {
  const hash = await hashPassword('Sunrise-pelican-42')
  expect(await verifyPassword('Sunrise-pelican-42', hash)).toBe(true)
  expect(await verifyPassword('Sunrise-pelican-43', hash)).toBe(false)
  expect(await verifyPassword('', hash)).toBe(false)
})

it('hashes are argon2id with 19 MiB and two passes, each with its own salt', async () => {
  const [one, other] = await Promise.all([hashPassword('same'), hashPassword('same')])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(one).not.toBe(other)
})

it('two passwords of 128 characters that differ in the last one are not interchangeable', async () => {
  const stem = 'ñandú-'.repeat(22).slice(0, 127)
  const hash = await hashPassword(`${stem}a`)
  expect(await verifyPassword(`${stem}b`, hash)).toBe(false)
  expect(await verifyPassword(`${stem}a`, hash)).toBe(true)
})

it("the reference implementation's hash of its test vector is understood, and a changed one is not", async () => {
  const vector = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'
  expect(await verifyPassword('password', vector)).toBe(true)
  expect(await verifyPassword('password', vector.replace('m=256', 'm=257'))).toBe(false)
  expect(await verifyPassword('password', vector.replace('t=2', 't=3'))).toBe(false)
})

it.each([
  '',
  '!',
  '$argon2id$v=19$m=19456,t=2,p=1$$',
  '$2b$12$abcdefghijklmnopqrstuv',
  '$argon2i$v=19$m=8,t=1,p=1$AAAA$AAAA',
])('nothing matches a stored text that is not one of our hashes: %j', async (hash) => {
  expect(await verifyPassword('', hash)).toBe(false)
  expect(await verifyPassword('password', hash)).toBe(false)
})

it('an unknown account takes as long as a known one', async () => {
  const hash = await hashPassword('Sunrise-pelican-42')
  const millisecondsOf = async (work: Promise<unknown>) => {
    const start = performance.now()
    await work
    return performance.now() - start
  }
  // Measured in turns, and the fastest of each counts: other work on the machine only ever adds time.
  const known: number[] = []
  const unknown: number[] = []
  for (let run = 0; run < 8; run += 1) {
    known.push(await millisecondsOf(verifyPassword('Sunrise-pelican-43', hash)))
    unknown.push(await millisecondsOf(burnPasswordTime('Sunrise-pelican-43')))
  }
  const ratio = Math.min(...unknown) / Math.min(...known)
  expect(ratio).toBeGreaterThan(0.5)
  expect(ratio).toBeLessThan(2)
})
