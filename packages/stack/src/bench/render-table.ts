import { green, red } from '../progress.ts'
import type { Row } from './row.ts'

const titles = { what: 'what', goal: 'goal', measured: 'measured', verdict: 'verdict' }
type Line = Record<keyof typeof titles, string>

/** The rows as text in aligned columns. */
export function renderTable(rows: readonly Row[]): string {
  const lines: Line[] = [
    titles,
    ...rows.map(({ met, ...row }) => ({ ...row, verdict: met ? 'met' : 'missed' })),
  ]
  const width = (column: keyof Line) => Math.max(...lines.map((line) => line[column].length))
  const widths = { what: width('what'), goal: width('goal'), measured: width('measured') }
  return lines
    .map(({ what, goal, measured, verdict }) => {
      const cells = [what.padEnd(widths.what), goal.padEnd(widths.goal), measured.padEnd(widths.measured)]
      const paint = verdict === 'met' ? green : verdict === 'missed' ? red : (text: string) => text
      return `  ${cells.join('  ')}  ${paint(verdict)}`
    })
    .join('\n')
}
