import { expect, test } from 'vitest'
import { explainError } from './explain-error.ts'

test('an error that wraps another shows both, without the rest of a long statement', () => {
  const cause = new Error('relation "orders" already exists')
  const error = new Error('Failed query: CREATE TABLE "orders" (\n"id" uuid\n)', { cause })
  expect(explainError(error)).toBe(
    'Failed query: CREATE TABLE "orders" (\n  relation "orders" already exists',
  )
})

test('an error that wraps none is shown whole', () => {
  expect(explainError(new Error('api did not start\nline 1'))).toBe('api did not start\nline 1')
  expect(explainError('text')).toBe('text')
})
