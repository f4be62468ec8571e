import type { FieldError } from '@repo/schemas/contract'
import type { z } from 'zod'
import { ApiError } from './api-error.ts'

const maxReported = 20
const maxNameLength = 40

/**
 * Parses one part of a request. An unknown key is UNKNOWN_FIELD whatever else is wrong, because the rest may follow from it;
 * anything else wrong is VALIDATION_FAILED. No value is echoed.
 */
export function parseInput(schema: z.ZodType, value: unknown, part: 'path' | 'query' | 'body'): unknown {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const errors = result.error.issues.flatMap(toFieldErrors)
  // A malformed id is a client error; any other path segment that names nothing is not found.
  if (part === 'path' && !errors.some(({ field }) => field.endsWith('Id'))) throw new ApiError('NOT_FOUND')
  const unknown = errors.filter((error) => error.code === 'UNKNOWN_FIELD')
  if (unknown.length > 0) throw new ApiError('UNKNOWN_FIELD', { errors: unknown.slice(0, maxReported) })
  throw new ApiError('VALIDATION_FAILED', { errors: errors.slice(0, maxReported) })
}

function toFieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: fieldName([...path, key]),
      code: 'UNKNOWN_FIELD',
      message: 'is not a known field',
    }))
  }
  return [{ field: fieldName(path), code: issue.code.toUpperCase(), message: describe(issue) }]
}

/** A made-up key may itself contain what must not be echoed. */
const fieldName = (path: string[]): string =>
  path.map((part) => part.slice(0, maxNameLength).replaceAll(/[^\w-]/g, '_')).join('.')

/** Zod's own messages may quote input (enum values, formats); these never do. */
function describe(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return `must be at least ${issue.minimum}`
    case 'too_big':
      return `must be at most ${issue.maximum}`
    case 'invalid_type':
      return `must be of type ${issue.expected}`
    case 'custom':
      return issue.message
    default:
      return 'is not valid'
  }
}
