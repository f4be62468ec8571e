import { expect, test } from 'vitest'
import { ApiProblem } from './api-problem.ts'
import { pauseMs } from './pause-ms.ts'

const limited = (retryAfterSeconds: number) =>
  new ApiProblem('RATE_LIMITED', {
    ...{ type: 'about:blank', title: '', status: 429, requestId: '1', retryAfterSeconds },
    code: 'RATE_LIMITED',
  })

test('a server that asks for time gets it, and never less than the caller leaves anyway', () => {
  expect(pauseMs(limited(7), 2_000)).toBe(7_000)
  expect(pauseMs(limited(1), 2_000)).toBe(2_000)
})

test('who says nothing about time is asked again at the usual pace', () => {
  expect(pauseMs(new ApiProblem('OFFLINE'), 2_000)).toBe(2_000)
  expect(pauseMs(new TypeError(), 2_000)).toBe(2_000)
})
