import { password as limit } from '@repo/config/limits'
import { countPieces, fold } from './count-pieces.ts'

export type PasswordProblem =
  | 'too-short'
  | 'too-long'
  | 'no-lower'
  | 'no-upper'
  | 'no-digit'
  | 'common'
  | 'contains-context'

/**
 * What is wrong with a new password; empty when nothing is. Lengths count code points. `context` holds what others
 * can know: e-mail, name, restaurant.
 */
export function checkPassword(candidate: string, context: readonly string[]): PasswordProblem[] {
  const length = [...candidate].length
  // Nothing else is checked in an oversized one: the search below takes quadratic time.
  if (length > limit.maxLengthChars) return ['too-long']
  const problems: (PasswordProblem | false)[] = [
    length < limit.minLengthChars && 'too-short',
    !/\p{Ll}/u.test(candidate) && 'no-lower',
    !/\p{Lu}/u.test(candidate) && 'no-upper',
    !/\p{Nd}/u.test(candidate) && 'no-digit',
    guessable(candidate, context),
  ]
  return problems.filter((problem) => problem !== false)
}

function guessable(candidate: string, context: readonly string[]): PasswordProblem | false {
  if (countPieces(candidate, []) < limit.minPieces) return 'common'
  return countPieces(candidate, context.flatMap(ownWords)) < limit.minPieces && 'contains-context'
}

/** The words of a name or address, and all of it in one word. */
function ownWords(text: string): string[] {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u)
  return [...words, words.join('')].filter((word) => word.length >= 3)
}
