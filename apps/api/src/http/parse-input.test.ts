import { MoveLinesInput, UpdateBranchInput, UpdateDishInput } from '@repo/schemas/contract'
import { describe, expect, test } from 'vitest'
import { ApiError } from './api-error.ts'
import { parseInput } from './parse-input.ts'

function refusal(...input: Parameters<typeof parseInput>): ApiError {
  try {
    parseInput(...input)
  } catch (error) {
    if (error instanceof ApiError) return error
  }
  throw new Error('nothing was refused')
}
const fieldsOf = ({ extras }: ApiError) => extras.errors?.map(({ field }) => field)

describe('an unknown field is UNKNOWN_FIELD and named', () => {
  test('even when it is all that a change names', () => {
    for (const [schema, input] of [
      [UpdateBranchInput, { currency: 'USD' }],
      [UpdateDishInput, { version: 1, currency: 'USD' }],
    ] as const) {
      const refused = refusal(schema, input, 'body')
      expect(refused.code).toBe('UNKNOWN_FIELD')
      expect(fieldsOf(refused)).toEqual(['currency'])
    }
  })

  test('whatever else is wrong, and however much of it', () => {
    const moves = Array.from({ length: 30 }, () => ({ lineId: 'x', from: 'x', to: 'x' }))
    const refused = refusal(MoveLinesInput, { moves: [...moves, { lineId: 'x', who: 'me' }] }, 'body')
    expect(refused.code).toBe('UNKNOWN_FIELD')
    expect(fieldsOf(refused)).toEqual(['moves.30.who'])
  })
})

test('a known field with a wrong value is VALIDATION_FAILED', () => {
  expect(refusal(UpdateBranchInput, { targetMinutes: 0 }, 'body').code).toBe('VALIDATION_FAILED')
})
