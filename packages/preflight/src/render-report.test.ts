import { expect, test } from 'vitest'
import type { Verdict } from './check.ts'
import { exitStatus } from './exit-status.ts'
import { progressLine, renderReport } from './render-report.ts'

const finding = (verdict: Verdict, id = 'hsts') => ({
  id,
  rows: ['S1-75'],
  title: 'Browsers are told to use https',
  severity: 'high' as const,
  remedy: 'Send the header.',
  verdict,
  ms: 1,
})
const pass = finding({ outcome: 'pass', evidence: 'a year' })
const fail = finding({ outcome: 'fail', faults: Array.from({ length: 9 }, (_, index) => `fault ${index}`) })
const skipped = finding({ outcome: 'skipped', reason: 'needs an account' }, 'logout')

test('a failure is shown with its rows, faults and remedy, and a long list of faults is cut', () => {
  const report = renderReport([pass, fail, skipped])
  for (const text of ['FAIL hsts (high; S1-75)', 'fault 0', 'and 3 more', '→ Send the header.'])
    expect(report).toContain(text)
  expect(report).not.toContain('fault 7')
})

test('a skipped check is shown prominently: while it runs, in the table, with its reason and in the count', () => {
  expect(progressLine(skipped)).toMatch(/^SKIPPED logout +needs an account$/)
  const report = renderReport([pass, skipped])
  expect(report).toContain('SKIPPED logout (high; S1-75)\n  needs an account')
  expect(report).toContain('1 passed, 0 failed, 1 skipped')
})

test('the exit status is 1 with a failure, and with a skipped check when nothing may be skipped', () => {
  expect(exitStatus([pass], true)).toBe(0)
  expect(exitStatus([pass, skipped], false)).toBe(0)
  expect(exitStatus([pass, skipped], true)).toBe(1)
  expect(exitStatus([pass, fail], false)).toBe(1)
})
