import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { repoRoot } from '../paths.ts'
import { failureLine, neverSilent, type Outcome } from './outcome.ts'

type VitestTest = { status: string; fullName: string; failureMessages?: string[] }
type VitestFile = { name: string; status: string; message?: string; assertionResults: VitestTest[] }

/** Reads the JSON report of a Vitest run that ended with `status`. A missing report counts as one failure. */
export async function vitestOutcome(file: string, status = 0): Promise<Outcome> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return { passed: 0, failures: ['vitest wrote no report'] }
  return neverSilent(readVitest(JSON.parse(text) as { testResults: VitestFile[] }), status)
}

/** A test that has not passed has failed, skipped ones too; so has a file with an error outside its tests. */
export function readVitest({ testResults }: { testResults: readonly VitestFile[] }): Outcome {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failures: testResults.flatMap(failuresOfFile),
  }
}

function failuresOfFile({ name, status, message = '', assertionResults }: VitestFile): string[] {
  const path = relative(repoRoot, name)
  const failed = assertionResults.filter((test) => test.status !== 'passed')
  const lines = failed.map((test) =>
    failureLine(`${path} › ${test.fullName}`, (test.failureMessages ?? [])[0] ?? test.status),
  )
  const named = failed.some((test) => test.status === 'failed')
  return status === 'failed' && !named ? [...lines, failureLine(path, message)] : lines
}
