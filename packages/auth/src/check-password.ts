import { password as limit } from '@repo/config/limits'

export type PasswordProblem =
  | 'too-short'
  | 'too-long'
  | 'no-lower'
  | 'no-upper'
  | 'no-digit'
  | 'common'
  | 'contains-context'

const commonCores = [
  'password',
  'passwort',
  'contrasena',
  'qwerty',
  'qwertz',
  'asdfgh',
  'letmein',
  'welcome',
  'bienvenido',
  'iloveyou',
  'teamo',
  'admin',
  'administrator',
  'administrador',
  'restaurant',
  'restaurante',
  'changeme',
  'secret',
  'secreto',
  'monkey',
  'dragon',
  'football',
  'futbol',
  'baseball',
  'sunshine',
  'princess',
  'princesa',
  'master',
  'superman',
  'batman',
  'trustno',
  'starwars',
  'whatever',
  'hello',
  'login',
  'abc',
  'abcdef',
  'abcdefgh',
  'zaqxsw',
  'qazwsx',
]
const lookalikes: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** What is wrong with a new password. `context` holds what others can know: e-mail, name, restaurant. */
export function checkPassword(candidate: string, context: readonly string[]): PasswordProblem[] {
  const length = [...candidate].length
  const problems: (PasswordProblem | false)[] = [
    length < limit.minLengthChars && 'too-short',
    length > limit.maxLengthChars && 'too-long',
    !/\p{Ll}/u.test(candidate) && 'no-lower',
    !/\p{Lu}/u.test(candidate) && 'no-upper',
    !/\p{Nd}/u.test(candidate) && 'no-digit',
    isCommon(candidate) && 'common',
    holdsContext(candidate, context) && 'contains-context',
  ]
  return problems.filter((problem) => problem !== false)
}

/** A known word, or a run, that only digits and signs make longer. */
function isCommon(candidate: string): boolean {
  const lower = candidate.toLowerCase()
  const plain = [...lower].map((character) => lookalikes[character] ?? character).join('')
  const left = [lower, plain].map((text) =>
    commonCores.reduce((rest, core) => rest.replaceAll(core, ''), text).replaceAll(/[\d\W_]/g, ''),
  )
  return left.some((rest) => rest.length < 3) || new Set(lower).size < 5
}

function holdsContext(candidate: string, context: readonly string[]): boolean {
  const lower = candidate.toLowerCase()
  const words = context
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 4)
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), lower)
  return [...rest].length < limit.minLengthChars / 2
}
