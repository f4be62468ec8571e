import { stripVTControlCharacters } from 'node:util'

/** What a runner saw: how many tests passed, and each that did not, in one line that says why. */
export type Outcome = { passed: number; failures: readonly string[] }

export const addOutcomes = (all: readonly Outcome[]): Outcome => ({
  passed: all.reduce((sum, { passed }) => sum + passed, 0),
  failures: all.flatMap(({ failures }) => failures),
})

export const isGreen = ({ passed, failures }: Outcome): boolean => passed > 0 && failures.length === 0

/** Names every failure again, for readers of only the end of a long log; the last line counts. */
export const closingLines = ({ passed, failures }: Outcome): string =>
  [...failures.map((failure) => `FAILED ${failure}`), `${passed} passed, ${failures.length} failed`].join(
    '\n',
  )

/** `name: why` in one line without colours, the reason shortened to what names the fault. */
export function failureLine(name: string, why: string): string {
  const plain = stripVTControlCharacters(why).split('\n')
  const reason = plain.map((line) => line.trim()).filter((line) => line !== '')
  return `${name}: ${reason.join(' ¦ ').slice(0, 800)}`
}

/** A runner that ran nothing, or that ended badly without naming a failed test, counts as one failure. */
export function neverSilent({ passed, failures }: Outcome, status: number): Outcome {
  if (failures.length > 0 || (passed > 0 && status === 0)) return { passed, failures }
  const why = passed === 0 ? 'nothing ran' : `every test passed, but the runner ended with ${status}`
  return { passed, failures: [why] }
}
