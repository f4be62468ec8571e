import { readFile } from 'node:fs/promises'
import { type Counts, neverSilent } from './counts.ts'

type VitestReport = {
  numPassedTests: number
  numTotalTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** Reads the JSON report of a Vitest run that ended with `status`. A missing report counts as one failure. */
export async function vitestCounts(file: string, status = 0): Promise<Counts> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return { passed: 0, failed: 1 }
  return neverSilent(countVitest(JSON.parse(text) as VitestReport), status)
}

/** What is not passed is failed, skipped tests too; so is a file that failed outside of its tests. */
export function countVitest({ numPassedTests, numTotalTests, testResults }: VitestReport): Counts {
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests + brokenFiles.length }
}
