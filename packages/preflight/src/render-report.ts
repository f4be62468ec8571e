import type { Finding } from './run-checks.ts'

type Outcome = Finding['verdict']['outcome']
const marks: Record<Outcome, string> = { pass: 'pass', fail: 'FAIL', skipped: 'SKIPPED' }
const maxFaults = 6

/** What one finding says about itself, a line each. */
export function linesOf({ verdict }: Pick<Finding, 'verdict'>): string[] {
  if (verdict.outcome === 'pass') return [verdict.evidence]
  if (verdict.outcome === 'skipped') return [verdict.reason]
  const { faults } = verdict
  const more = faults.length - maxFaults
  return [...faults.slice(0, maxFaults), ...(more > 0 ? [`and ${more} more`] : [])]
}

/** One line per check while it runs. */
export const progressLine = (finding: Finding): string =>
  `${marks[finding.verdict.outcome].padEnd(8)}${finding.id.padEnd(20)}${linesOf(finding)[0] ?? ''}`

/** The table of all checks; those that failed or were skipped say why, and what to do. */
export function renderReport(findings: readonly Finding[]): string {
  const rows = findings.map((finding) => [
    marks[finding.verdict.outcome],
    finding.severity,
    finding.id,
    finding.title,
  ])
  const table = alignColumns([['verdict', 'severity', 'check', 'what it looks for'], ...rows])
  const details = (['fail', 'skipped'] as const).flatMap((outcome) =>
    findings.filter(({ verdict }) => verdict.outcome === outcome).map(renderDetail),
  )
  return `${[table, ...details, closingLine(findings)].join('\n\n')}\n`
}

function renderDetail(finding: Finding): string {
  const { id, severity, verdict, rows, remedy } = finding
  const lines = linesOf(finding).map((line) => `  ${line}`)
  const advice = verdict.outcome === 'fail' ? [`  → ${remedy}`] : []
  return [`${marks[verdict.outcome]} ${id} (${severity}; ${rows.join(', ')})`, ...lines, ...advice].join('\n')
}

function closingLine(findings: readonly Finding[]): string {
  const count = (outcome: Outcome) => findings.filter(({ verdict }) => verdict.outcome === outcome).length
  return `${count('pass')} passed, ${count('fail')} failed, ${count('skipped')} skipped`
}

function alignColumns(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
