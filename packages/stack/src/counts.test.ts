import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCounts, closingLine, neverSilent } from './counts.ts'
import { countPlaywright, playwrightCounts } from './playwright-counts.ts'
import { countVitest, vitestCounts } from './vitest-counts.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restai-counts-'))
})
afterAll(() => rm(folder, { recursive: true }))

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
})

test('skipped and flaky browser tests, and errors outside of tests, count as failed', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 3 }
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 7 })
})

test('skipped and todo tests, and files that failed to load, count as failed', () => {
  const testResults = [file('passed', 'passed', 'skipped', 'todo'), file('failed', 'failed'), file('failed')]
  expect(countVitest({ numPassedTests: 1, numTotalTests: 4, testResults })).toEqual({ passed: 1, failed: 4 })
})

test('a runner that ran nothing has failed', () => {
  expect(neverSilent({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 })
})

test('a runner that ended badly with every test passed has failed', () => {
  expect(neverSilent({ passed: 9, failed: 0 }, 1)).toEqual({ passed: 9, failed: 1 })
  expect(neverSilent({ passed: 9, failed: 2 }, 1)).toEqual({ passed: 9, failed: 2 })
  expect(neverSilent({ passed: 9, failed: 0 }, 0)).toEqual({ passed: 9, failed: 0 })
})

test('a report that was never written counts as a failure', async () => {
  const missing = join(folder, 'missing.json')
  expect(await playwrightCounts(missing)).toEqual({ passed: 0, failed: 1 })
  expect(await vitestCounts(missing)).toEqual({ passed: 0, failed: 1 })
})

test('a report is read from its file', async () => {
  const path = join(folder, 'report.json')
  await writeFile(
    path,
    JSON.stringify({ stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] }),
  )
  expect(await playwrightCounts(path)).toEqual({ passed: 2, failed: 0 })
})

test('the closing line adds every runner up', () => {
  const total = addCounts([
    { passed: 1, failed: 0 },
    { passed: 20, failed: 3 },
  ])
  expect(closingLine(total)).toBe('21 passed, 3 failed')
})
