import { ApiProblem } from '@repo/api-client'
import { expect, test } from 'vitest'
import { photoFault } from './photo-fault.ts'

const invalid = (code: string) =>
  new ApiProblem('VALIDATION_FAILED', {
    type: 't',
    title: 't',
    status: 400,
    code: 'VALIDATION_FAILED',
    requestId: 'r',
    errors: [{ field: 'picture', code, message: 'm' }],
  })

test.each([
  [new ApiProblem('UNSUPPORTED_MEDIA'), 'type'],
  [new ApiProblem('BODY_TOO_LARGE'), 'size'],
  [new ApiProblem('UNAVAILABLE'), 'busy'],
  [invalid('BROKEN'), 'broken'],
  [invalid('TOO_MANY_PIXELS'), 'pixels'],
  [new ApiProblem('OFFLINE'), 'other'],
  [new Error('no problem of ours'), 'other'],
])('each refusal has its own message', (error, fault) => {
  expect(photoFault(error)).toBe(fault)
})
