import { generateSecret } from '@repo/config'
import { expect, it } from 'vitest'
import {
  candidateHashes,
  hashAttempt,
  hashRefreshToken,
  newRefreshToken,
  successorToken,
} from './refresh-tokens.ts'

const secret = generateSecret()
const shape = /^[A-Za-z0-9_-]{43}$/

it('1,000 tokens are distinct, opaque and of 256 bits', () => {
  const made = Array.from({ length: 1_000 }, newRefreshToken)
  expect(new Set(made).size).toBe(1_000)
  for (const token of made) {
    expect(token).toMatch(shape)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  }
})

it('what is stored does not hold the token and cannot be made without the secret', () => {
  const token = newRefreshToken()
  const hash = hashRefreshToken(token, secret)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(hash).not.toContain(token)
  expect(hashRefreshToken(token, generateSecret())).not.toBe(hash)
})

it('a token stored under a previous secret is found', () => {
  const token = newRefreshToken()
  const stored = hashRefreshToken(token, secret)
  const hashes = candidateHashes(token, [generateSecret(), secret])
  expect(hashes.indexOf(stored)).toBe(1)
})

it('the same token and attempt always give the same successor', () => {
  const token = newRefreshToken()
  expect(successorToken(token, 'attempt-1', secret)).toBe(successorToken(token, 'attempt-1', secret))
  expect(successorToken(token, 'attempt-1', secret)).toMatch(shape)
})

it('another token, attempt or secret gives another successor', () => {
  const token = newRefreshToken()
  const successors = [
    successorToken(token, 'attempt-1', secret),
    successorToken(token, 'attempt-2', secret),
    successorToken(newRefreshToken(), 'attempt-1', secret),
    successorToken(token, 'attempt-1', generateSecret()),
  ]
  expect(new Set(successors).size).toBe(4)
})

it('the uses of the secret are separate: no stored hash is a successor or an attempt of the same text', () => {
  const token = newRefreshToken()
  const successor = Buffer.from(successorToken(token, '', secret), 'base64url').toString('hex')
  expect(new Set([hashRefreshToken(token, secret), hashAttempt(token, secret), successor]).size).toBe(3)
})
