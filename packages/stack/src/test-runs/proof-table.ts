import { green, red } from '../progress.ts'

/** One test of a JSON report of Vitest, as far as the table needs it. */
export type ProofResult = {
  ancestorTitles: readonly string[]
  title: string
  status: string
  duration?: number | null
  meta?: { figures?: Record<string, number | string> }
}

const maxTitleChars = 100

/** The proofs as text in aligned columns: proof · figure · verdict. */
export function proofTable(results: readonly ProofResult[]): string {
  const rows = results.map((result) => ({
    proof: shorten([...result.ancestorTitles, result.title].join(' ')),
    figure: figureOf(result),
    passed: result.status === 'passed',
  }))
  const width = (column: 'proof' | 'figure') =>
    Math.max(column.length, ...rows.map((row) => row[column].length))
  const line = (proof: string, figure: string, verdict: string) =>
    `  ${proof.padEnd(width('proof'))}  ${figure.padEnd(width('figure'))}  ${verdict}`
  return [
    line('proof', 'figure', 'verdict'),
    ...rows.map(({ proof, figure, passed }) => line(proof, figure, passed ? green('holds') : red('fails'))),
  ].join('\n')
}

/** What the proof measured; how long it took when it measured nothing. */
function figureOf({ meta, duration }: ProofResult): string {
  const figures = Object.entries(meta?.figures ?? {}).map(([name, value]) => `${format(value)} ${name}`)
  return figures.length > 0 ? figures.join(', ') : `${((duration ?? 0) / 1_000).toFixed(1)} s`
}

const format = (value: number | string): string =>
  typeof value === 'number' ? value.toLocaleString('en-US') : value

const shorten = (text: string): string =>
  text.length <= maxTitleChars ? text : `${text.slice(0, maxTitleChars - 1)}…`
