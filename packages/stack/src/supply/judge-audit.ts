export type AuditVerdict = { word: 'clean' | 'vulnerable' | 'unreachable'; status: 0 | 1 | 3; detail: string }

/**
 * What an audit run means. Only a report counts as an answer: without one the result is unknown, neither clean nor
 * vulnerable, with a separate status.
 */
export function judgeAudit(status: number | null, output: string): AuditVerdict {
  const counts = readCounts(output)
  if (!counts) {
    const [detail = 'it gave no answer'] = /ERR_PNPM_\w+|E[A-Z]{5,}/.exec(output) ?? []
    return { word: 'unreachable', status: 3, detail }
  }
  const severe = (counts.high ?? 0) + (counts.critical ?? 0)
  const detail = `${counts.critical ?? 0} critical, ${counts.high ?? 0} high`
  return severe > 0 || status !== 0
    ? { word: 'vulnerable', status: 1, detail }
    : { word: 'clean', status: 0, detail }
}

/** The verdict of several lists: one that knows a vulnerability decides, and only all of them together mean clean. */
export function joinVerdicts(verdicts: readonly AuditVerdict[]): AuditVerdict['status'] {
  const statuses = verdicts.map(({ status }) => status)
  if (statuses.includes(1)) return 1
  return statuses.includes(3) || statuses.length === 0 ? 3 : 0
}

function readCounts(output: string): Record<string, number> | undefined {
  try {
    return JSON.parse(output.slice(output.indexOf('{'))).metadata?.vulnerabilities
  } catch {
    return undefined
  }
}
