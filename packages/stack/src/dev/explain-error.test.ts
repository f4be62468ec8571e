import { expect, test } from 'vitest'
import { explainError } from './explain-error.ts'

test('an error that wraps another says both, without the rest of a long statement', () => {
  const cause = new Error('relation "orders" already exists')
  const error = new Error('Failed query: CREATE TABLE "orders" (\n"id" uuid\n)', { cause })
  expect(explainError(error)).toBe(
    'Failed query: CREATE TABLE "orders" (\n  relation "orders" already exists',
  )
})

test('an error of its own is said whole', () => {
  expect(explainError(new Error('api did not start\nline 1'))).toBe('api did not start\nline 1')
  expect(explainError('text')).toBe('text')
})
