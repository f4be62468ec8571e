import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checks } from './checks/index.ts'
import { runChecks } from './run-checks.ts'
import { createHarness, type Harness } from './testing/harness.ts'
import { weaknesses } from './testing/weaknesses.ts'

let harness: Harness
beforeAll(async () => {
  harness = await createHarness()
})
afterAll(() => harness.close())

test('every check passes on the good deployment, none is skipped, within the promised minute', async () => {
  const startedAtMs = performance.now()
  const findings = await harness.behindEdge({}, (target) => runChecks(checks, target))
  const others = findings.filter(({ verdict }) => verdict.outcome !== 'pass')
  expect(others.map(({ id, verdict }) => ({ id, verdict }))).toEqual([])
  expect(performance.now() - startedAtMs).toBeLessThan(60_000)
})

test('without an account nothing fails, and each check that was not made says what it needs', async () => {
  const findings = await harness.behindEdge({}, (target) => runChecks(checks, target), {})
  const failed = findings.filter(({ verdict }) => verdict.outcome === 'fail')
  expect(failed.map(({ id, verdict }) => ({ id, verdict }))).toEqual([])
  const reasons = findings.flatMap(({ verdict }) => (verdict.outcome === 'skipped' ? [verdict.reason] : []))
  expect(reasons.length).toBeGreaterThan(5)
  for (const reason of reasons) expect(reason).toMatch(/pass --/)
})

test('every check has a deployment that it fails on', () => {
  expect(Object.keys(weaknesses).toSorted()).toEqual(checks.map(({ id }) => id).toSorted())
  expect(Object.values(weaknesses).filter((ways) => Object.keys(ways).length === 0)).toEqual([])
})

describe.each(checks)('$id fails', (check) => {
  test.each(Object.entries(weaknesses[check.id] ?? {}))('on %s', async (_, weaken) => {
    const [finding] = await harness.behindEdge(weaken(), (target) => runChecks([check], target))
    expect(finding?.verdict).toMatchObject({ outcome: 'fail' })
    expect(JSON.stringify(finding?.verdict)).not.toContain('no answer')
  })
})
