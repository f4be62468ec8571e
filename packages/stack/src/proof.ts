import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { dataFolder, repoRoot } from './paths.ts'
import { run } from './processes/run.ts'
import { say } from './progress.ts'
import { closingLines, isGreen } from './test-runs/outcome.ts'
import { type ProofResult, proofTable } from './test-runs/proof-table.ts'
import { vitestOutcome } from './test-runs/vitest-outcome.ts'

/** `pnpm proof [filter …]`: the proofs that take too long for `pnpm test`, then a table of what each one measured. */
const interruption = new AbortController()
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => interruption.abort())

const report = join(dataFolder, 'reports', 'proof.json')
await rm(report, { force: true })
const filters = process.argv.slice(2).filter((arg) => arg !== '--')
const reporters = ['--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`]
// Proofs report their progress, which must not be held back until a test ends.
const args = ['run', ...filters, '--project', 'proof', ...reporters, '--disable-console-intercept']
const { status } = await run('vitest', args, {
  cwd: repoRoot,
  allowFailure: true,
  signal: interruption.signal,
}).catch(() => ({ status: 130 }))
const outcome = await vitestOutcome(report, status)
say(`\n${proofTable(await readResults())}\n\n${closingLines(outcome)}`)
process.exitCode = isGreen(outcome) ? 0 : 1

async function readResults(): Promise<ProofResult[]> {
  const text = await readFile(report, 'utf8').catch(() => '{"testResults":[]}')
  const { testResults } = JSON.parse(text) as { testResults: { assertionResults: ProofResult[] }[] }
  return testResults.flatMap(({ assertionResults }) => assertionResults)
}
