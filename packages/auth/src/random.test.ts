import { expect, it } from 'vitest'
import { codeAlphabet, randomCode, randomToken, uuidv7 } from './random.ts'

it('codes use 32 characters, five bits each, none of which looks like another', () => {
  expect(new Set(codeAlphabet).size).toBe(32)
  expect(codeAlphabet).not.toMatch(/[01IO]/)
  expect(randomCode(12)).toMatch(/^[2-9A-HJ-NP-Z]{12}$/)
  expect(randomCode(0)).toBe('')
})

it('no character of a code is more likely than another', () => {
  const counts = Map.groupBy(randomCode(64_000), (character) => character)
  expect(counts.size).toBe(32)
  // Expected 2,000 each with a standard deviation of 44; a deviation of 300 does not happen by chance.
  for (const found of counts.values()) expect(Math.abs(found.length - 2_000)).toBeLessThan(300)
})

it('tokens have as many random bytes as were asked for', () => {
  expect(Buffer.from(randomToken(32), 'base64url')).toHaveLength(32)
  expect(new Set(Array.from({ length: 1_000 }, () => randomToken(32))).size).toBe(1_000)
})

it('identifiers are UUIDs of version 7 that carry the time', () => {
  const before = Date.now()
  const id = uuidv7()
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBeGreaterThanOrEqual(before)
})

it('20,000 identifiers of one process are distinct and in order of creation', () => {
  const made = Array.from({ length: 20_000 }, uuidv7)
  expect(new Set(made).size).toBe(20_000)
  expect([...made].sort()).toEqual(made)
})
