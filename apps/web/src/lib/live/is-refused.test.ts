import { ApiProblem, type ProblemCode } from '@repo/api-client'
import { expect, test } from 'vitest'
import { isRefused } from './is-refused.ts'

const refused = (code: ProblemCode) => isRefused(new ApiProblem(code))

test('no answer, a busy server and an ended sign-in refuse nothing, so what was asked is kept', () => {
  const kept: ProblemCode[] = ['OFFLINE', 'OVERLOADED', 'INTERNAL', 'REQUEST_TIMEOUT', 'TOKEN_REVOKED']
  expect(kept.filter(refused)).toEqual([])
})

test('what was decided is not asked again', () => {
  expect(
    ['CONFLICT', 'FORBIDDEN', 'NOT_FOUND', 'STATE_INVALID'].every((code) => refused(code as ProblemCode)),
  ).toBe(true)
  expect(isRefused(new TypeError('a fault of ours'))).toBe(true)
})
