import type { Target } from './target.ts'

export type Severity = 'critical' | 'high' | 'medium' | 'low'

export type Verdict =
  | { outcome: 'pass'; evidence: string }
  | { outcome: 'fail'; faults: readonly string[] }
  | { outcome: 'skipped'; reason: string }

/** One row of the checklist. `rows` are the ids of the requirements that it checks from outside. */
export type Check = {
  id: string
  rows: readonly string[]
  title: string
  severity: Severity
  /** What to do when it fails, in one line. */
  remedy: string
  /** @throws Skipped when what it needs was not given; any other error counts as a fault. */
  run(target: Target): Promise<Verdict>
}

/** Passes with the evidence unless there are faults. */
export const judge = (faults: readonly (string | undefined)[], evidence: string): Verdict => {
  const real = faults.filter((fault) => fault !== undefined)
  return real.length > 0 ? { outcome: 'fail', faults: real } : { outcome: 'pass', evidence }
}
