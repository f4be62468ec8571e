import { describe, expect, test } from 'vitest'
import type { Exchange } from './exchange.ts'
import { judge } from './judge.ts'
import type { Mutation } from './mutations.ts'

const sent: Mutation = {
  what: '',
  method: 'POST',
  path: '/api/x',
  headers: {},
  body: 'x'.repeat(80),
  must: 'anything',
}
const answer = (status: number, code: string, more: Partial<Exchange> = {}): Exchange => ({
  status,
  headers: { 'content-type': 'application/problem+json; charset=utf-8' },
  text: JSON.stringify({ code }),
  ms: 1,
  ...more,
})

test('a refusal with a known code passes', () => {
  expect(judge(sent, answer(400, 'VALIDATION_FAILED'), [])).toBeUndefined()
  expect(judge({ ...sent, must: 'unknown-field' }, answer(400, 'UNKNOWN_FIELD'), [])).toBeUndefined()
})

describe('what is noticed', () => {
  test.each<[string, Partial<Mutation>, Exchange, string]>([
    ['a server error', {}, answer(500, 'INTERNAL'), 'a server error'],
    ['a limit that answers instead', {}, answer(429, 'RATE_LIMITED'), 'a limit answered instead'],
    ['a bad request that is accepted', { must: 'refuse' }, answer(201, ''), 'was not refused'],
    ['a code that nobody knows', {}, answer(400, 'WHATEVER'), 'has no known code for this status'],
    ['a code of another status', {}, answer(404, 'VALIDATION_FAILED'), 'has no known code for this status'],
    [
      'a page instead of a problem document',
      {},
      answer(404, 'NOT_FOUND', { headers: {} }),
      'is not a problem document',
    ],
    [
      'an extra key that is called something else',
      { must: 'unknown-field' },
      answer(400, 'VALIDATION_FAILED'),
      'expected UNKNOWN_FIELD',
    ],
    ['an address that exists', { must: 'not-found' }, answer(403, 'FORBIDDEN'), 'expected 404'],
    [
      'a wrong method without the allowed ones',
      { must: 'wrong-verb' },
      answer(405, 'METHOD_NOT_ALLOWED'),
      'allows ',
    ],
    [
      'what was sent, sent back',
      {},
      answer(400, 'VALIDATION_FAILED', {
        text: JSON.stringify({ code: 'VALIDATION_FAILED', detail: 'x'.repeat(65) }),
      }),
      `echoes ${'x'.repeat(65)}`,
    ],
  ])('%s', (_, mutation, exchange, fault) => {
    expect(judge({ ...sent, ...mutation }, exchange, ['POST'])).toBe(fault)
  })
})
