import { describe, expect, it } from 'vitest'
import { checkPassword, type PasswordProblem } from './check-password.ts'
import { commonWords } from './common-words.ts'

const context = ['rosa.quispe@lamar-cevicheria.pe', 'Rosa Quispe', 'La Mar Cevichería']

it.each<[string, PasswordProblem[]]>([
  ['Tq7-vbn!x2K', ['too-short']],
  ['Tq7-vbn!x2Kp', []],
  ['Tq7-vbn!x2Kp'.padEnd(128, 'gW5.rLx-0zHv'), []],
  ['Tq7-vbn!x2Kp'.padEnd(129, 'gW5.rLx-0zHv'), ['too-long']],
  ['🍕🍅🧀🌿🍋🐟A1b2C3', []],
  ['tq7-vbn!x2kp', ['no-upper']],
  ['TQ7-VBN!X2KP', ['no-lower']],
  ['Tqp-vbn!xzKp', ['no-digit']],
  ['correct horse battery', ['no-upper', 'no-digit']],
  ['Correct Horse 7 Battery', []],
  ['MiAbuelaTiene3Alpacas', []],
  ['', ['too-short', 'no-lower', 'no-upper', 'no-digit', 'common']],
])('%s: %j', (candidate, problems) => {
  expect(checkPassword(candidate, context)).toEqual(problems)
})

describe('guessable passwords', () => {
  it.each([
    'Password1234',
    'P@ssw0rd2026!',
    'Contraseña2026',
    'Qwertyuiop12',
    '1qaz2wsx3EDC',
    'Zaq12wsxCDE3',
    'Abcdefghijk1',
    'Aa1111111111',
    'Aa1Aa1Aa1Aa1',
    'Bienvenido123',
    'Administrator1',
    'ILoveYou2Baby',
    'Summer2026Winter',
    'Restaurante2026!',
    'Welc0meWelc0me1',
    '9876543210Zyx',
  ])('%s is common', (candidate) => {
    expect(checkPassword(candidate, [])).toContain('common')
  })

  it('more than 3,000 passwords of the usual patterns are refused', () => {
    const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
    const patterns = [
      (word: string) => `${capital(word)}123456789`,
      (word: string) => `${capital(word)}2026${word}!`,
      (word: string) => `1${word}${capital(word)}${word}${word}`,
      (word: string) => `${capital(word)}${word}${word}1234`,
      (word: string) => `Password${capital(word)}1!!!!`,
      (word: string) => `qwerty${capital(word)}2025..`,
      (word: string) => `${capital(word).replaceAll('a', '@').replaceAll('o', '0')}-987654321`,
    ]
    const candidates = patterns
      .flatMap((pattern) => commonWords.map(pattern))
      .filter((candidate) => candidate.length >= 12)
    expect(new Set(candidates).size).toBeGreaterThan(3_000)
    expect(candidates.filter((candidate) => !checkPassword(candidate, []).includes('common'))).toEqual([])
  })
})

describe('what others know about a person', () => {
  it.each(['Rosa.Quispe.2026', 'LaMar-Cevicheria1', 'R0saQu1spe1234!', 'QuispeRosa#2020'])(
    '%s is refused',
    (candidate) => {
      expect(checkPassword(candidate, context)).toEqual(['contains-context'])
      expect(checkPassword(candidate, [])).toEqual([])
    },
  )

  it('does not spoil a password that has enough besides it', () => {
    expect(checkPassword('Rosa-tq7vbn-x2K', context)).toEqual([])
  })
})

it('a huge password is refused without being analysed', () => {
  const start = performance.now()
  expect(checkPassword('aA1'.repeat(300_000), context)).toEqual(['too-long'])
  expect(performance.now() - start).toBeLessThan(500)
})
