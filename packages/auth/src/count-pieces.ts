import { commonWords, keyboardRuns } from './common-words.ts'

const lookalikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'il',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'il',
  '+': 't',
  '|': 'il',
}
const runs = keyboardRuns.flatMap((run) => [run, [...run].reverse().join('')])
const shortestRun = 4
const yearLength = 4

/** Lower case without accents, so that one spelling stands for all. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * The fewest pieces that a guesser needs to build `text`: a common word or one of `ownWords` (also with digits
 * for letters), a year, a keyboard run, a sequence, a repetition of the text right before it, or a single character.
 */
export function countPieces(text: string, ownWords: readonly string[]): number {
  const characters = [...fold(text)]
  const words = [...commonWords, ...ownWords]
  const fewest: number[] = [0]
  for (let from = 0; from < characters.length; from += 1) {
    const soFar = (fewest[from] ?? 0) + 1
    for (const length of pieceLengths(characters, from, words)) {
      fewest[from + length] = Math.min(fewest[from + length] ?? Number.POSITIVE_INFINITY, soFar)
    }
  }
  return fewest[characters.length] ?? 0
}

/** The lengths of all pieces that begin at `from`. */
function pieceLengths(characters: readonly string[], from: number, words: readonly string[]): number[] {
  const rest = characters.slice(from)
  const spelled = words.filter((word) => startsWith(rest, word)).map((word) => word.length)
  const year = /^(19|20)\d\d$/.test(rest.slice(0, yearLength).join('')) ? [yearLength] : []
  return [1, ...spelled, ...year, keyboardRun(rest), sequence(rest), repetition(characters, from)]
}

const startsWith = (rest: readonly string[], word: string): boolean =>
  word.length <= rest.length && [...word].every((letter, at) => isLike(rest[at] ?? '', letter))

const isLike = (character: string, letter: string): boolean =>
  character === letter || (lookalikes[character]?.includes(letter) ?? false)

function keyboardRun(rest: readonly string[]): number {
  let length = 1
  for (let more = shortestRun; more <= rest.length; more += 1) {
    const start = rest.slice(0, more).join('')
    if (!runs.some((run) => run.includes(start))) break
    length = more
  }
  return length
}

/** How far code points continue in the same step of 0, 1 or −1: aaaa, abcd, 4321. */
function sequence(rest: readonly string[]): number {
  const step = codeAt(rest, 1) - codeAt(rest, 0)
  if (Math.abs(step) > 1) return 1
  let length = 1
  while (length < rest.length && codeAt(rest, length) - codeAt(rest, length - 1) === step) length += 1
  return length > 2 ? length : 1
}

/** How much of the text right before `from` is repeated there. */
function repetition(characters: readonly string[], from: number): number {
  for (let length = Math.min(from, characters.length - from); length > 1; length -= 1) {
    const again = characters.slice(from, from + length)
    if (again.every((character, at) => character === characters[from - length + at])) return length
  }
  return 1
}

const codeAt = (characters: readonly string[], at: number): number =>
  characters[at]?.codePointAt(0) ?? Number.NaN
