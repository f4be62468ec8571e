import type { Finding } from './run-checks.ts'

/** 1 when a check failed, or was skipped although none may be. */
export function exitStatus(findings: readonly Pick<Finding, 'verdict'>[], strict: boolean): 0 | 1 {
  const isFinding = ({ verdict: { outcome } }: Pick<Finding, 'verdict'>) =>
    outcome === 'fail' || (strict && outcome === 'skipped')
  return findings.some(isFinding) ? 1 : 0
}
