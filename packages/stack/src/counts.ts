export type Counts = { passed: number; failed: number }

export const addCounts = (all: readonly Counts[]): Counts =>
  all.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }), {
    passed: 0,
    failed: 0,
  })

export const closingLine = ({ passed, failed }: Counts): string => `${passed} passed, ${failed} failed`

/** A runner that ran nothing, or that ended badly without naming a failed test, counts as one failure. */
export function neverSilent({ passed, failed }: Counts, status: number): Counts {
  const silent = failed === 0 && (passed === 0 || status !== 0)
  return { passed, failed: silent ? 1 : failed }
}
