import { checkPassword, type PasswordProblem } from '@repo/auth'
import { password as limit } from '@repo/config/limits'
import type { FieldError } from '@repo/schemas/contract'

const messages: Record<PasswordProblem, string> = {
  'too-short': `must have at least ${limit.minLengthChars} characters`,
  'too-long': `must have at most ${limit.maxLengthChars} characters`,
  'no-lower': 'needs a lower-case letter',
  'no-upper': 'needs a capital letter',
  'no-digit': 'needs a digit',
  common: 'is too easy to guess',
  'contains-context': 'is mostly a name or address that others can know',
}

/** What is wrong with a new password, as errors of the field `password`; `context` is known to others. */
export const passwordErrors = (password: string, context: readonly string[]): FieldError[] =>
  checkPassword(password, context).map((problem) => ({
    field: 'password',
    code: problem.toUpperCase().replaceAll('-', '_'),
    message: messages[problem],
  }))
