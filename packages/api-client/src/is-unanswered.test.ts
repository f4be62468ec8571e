import { errorCodes, errorStatus } from '@repo/schemas/contract'
import { expect, test } from 'vitest'
import { isUnanswered } from './is-unanswered.ts'

test('a lost connection, a fault of the server and a request to come back later decide nothing', () => {
  expect(errorCodes.filter(isUnanswered)).toEqual([
    'REQUEST_TIMEOUT',
    'IDEMPOTENCY_IN_PROGRESS',
    'RATE_LIMITED',
    'INTERNAL',
    'UNAVAILABLE',
    'OVERLOADED',
  ])
  expect(isUnanswered('OFFLINE')).toBe(true)
})

test('every server fault counts but those of a mailbox or a phone, which no repeat mends', () => {
  const decided = errorCodes.filter((code) => errorStatus[code] >= 500 && !isUnanswered(code))
  expect(decided).toEqual(['EMAIL_UNAVAILABLE', 'SMS_UNAVAILABLE'])
})
