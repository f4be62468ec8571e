import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { repoRoot } from '../paths.ts'
import { addOutcomes, closingLines, failureLine, neverSilent } from './outcome.ts'
import { playwrightOutcome, readPlaywright } from './playwright-outcome.ts'
import { readVitest, vitestOutcome } from './vitest-outcome.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restai-outcome-'))
})
afterAll(() => rm(folder, { recursive: true }))

const file = (status: string, ...tests: string[]) => ({
  name: join(repoRoot, 'apps/api/src/menu.test.ts'),
  status,
  message: 'cannot load',
  assertionResults: tests.map((one) => ({
    status: one,
    fullName: `a ${one} test`,
    failureMessages: one === 'failed' ? ['expected 1 to be 2\n    at menu.test.ts:7'] : [],
  })),
})

const journey = (...statuses: string[]) => ({
  specs: statuses.map((status) => ({
    title: `${status} journey`,
    file: 'cart.spec.ts',
    line: 3,
    tests: [
      { projectName: 'phone', status, results: [{ errors: [{ message: '\u001b[31mno button\u001b[39m' }] }] },
    ],
  })),
})

test('skipped and flaky browser tests, and errors outside of tests, are failures', () => {
  const suites = [{ suites: [journey('expected', 'unexpected')] }, journey('flaky', 'skipped', 'expected')]
  const { passed, failures } = readPlaywright({ suites, errors: [{ message: 'no server' }] })
  expect(passed).toBe(2)
  expect(failures).toEqual([
    '[phone] cart.spec.ts:3 › unexpected journey: no button',
    '[phone] cart.spec.ts:3 › flaky journey: no button',
    '[phone] cart.spec.ts:3 › skipped journey: no button',
    'outside of tests: no server',
  ])
})

test('skipped and todo tests, and files that failed to load, are failures', () => {
  const testResults = [file('passed', 'passed', 'skipped', 'todo'), file('failed', 'failed'), file('failed')]
  const { passed, failures } = readVitest({ testResults })
  expect(passed).toBe(1)
  expect(failures).toEqual([
    'apps/api/src/menu.test.ts › a skipped test: skipped',
    'apps/api/src/menu.test.ts › a todo test: todo',
    'apps/api/src/menu.test.ts › a failed test: expected 1 to be 2 ¦ at menu.test.ts:7',
    'apps/api/src/menu.test.ts: cannot load',
  ])
})

test('a runner that ran no test has failed', () => {
  expect(neverSilent({ passed: 0, failures: [] }, 0).failures).toHaveLength(1)
})

test('a runner that ended badly with every test passed has failed', () => {
  expect(neverSilent({ passed: 9, failures: [] }, 1).failures).toHaveLength(1)
  expect(neverSilent({ passed: 9, failures: ['a', 'b'] }, 1).failures).toEqual(['a', 'b'])
  expect(neverSilent({ passed: 9, failures: [] }, 0).failures).toEqual([])
})

test('a report that was never written is a failure', async () => {
  const missing = join(folder, 'missing.json')
  expect((await playwrightOutcome(missing)).failures).toHaveLength(1)
  expect((await vitestOutcome(missing)).failures).toHaveLength(1)
})

test('a report is read from its file', async () => {
  const path = join(folder, 'report.json')
  await writeFile(path, JSON.stringify({ suites: [journey('expected', 'expected')], errors: [] }))
  expect(await playwrightOutcome(path)).toEqual({ passed: 2, failures: [] })
})

test('a failure is one line, however long its reason', () => {
  const line = failureLine('name', `first\n\n  ${'x'.repeat(5_000)}`)
  expect(line).toMatch(/^name: first ¦ x+$/)
  expect(line.length).toBeLessThan(1_000)
})

test('the end names every failure of every runner and adds them up in its last line', () => {
  const total = addOutcomes([
    { passed: 1, failures: [] },
    { passed: 20, failures: ['one: why', 'two: why'] },
  ])
  expect(closingLines(total).split('\n')).toEqual([
    'FAILED one: why',
    'FAILED two: why',
    '21 passed, 2 failed',
  ])
})
