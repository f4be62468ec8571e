import type { Check, Verdict } from './check.ts'
import { Skipped } from './skipped.ts'
import { createTarget, type Target } from './target.ts'

const cleanUpMs = 5_000

export type Finding = Omit<Check, 'run'> & { verdict: Verdict; ms: number }

/** Runs the checks one after the other and undoes their changes. A check that throws has found a fault. */
export async function runChecks(
  checks: readonly Check[],
  target: Target,
  onFinding: (finding: Finding) => void = () => {},
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { run, ...row } of checks) {
    const startedAtMs = performance.now()
    const verdict = await judgeOne(run, target)
    const finding = { ...row, verdict, ms: Math.round(performance.now() - startedAtMs) }
    findings.push(finding)
    onFinding(finding)
  }
  const { send } = createTarget(target.options, AbortSignal.timeout(cleanUpMs))
  await Promise.allSettled(target.cleanUps.map((undo) => undo(send)))
  return findings
}

async function judgeOne(run: Check['run'], target: Target): Promise<Verdict> {
  try {
    target.signal.throwIfAborted()
    return await run(target)
  } catch (error) {
    if (error instanceof Skipped) return { outcome: 'skipped', reason: error.message }
    if (target.signal.aborted) return { outcome: 'skipped', reason: 'the time for the whole run was over' }
    return { outcome: 'fail', faults: [describe(error)] }
  }
}

const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && typeof error.code === 'string'
    ? `no answer: ${error.code} ${error.message}`
    : error.message
}
