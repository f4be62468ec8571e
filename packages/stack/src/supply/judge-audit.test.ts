import { expect, test } from 'vitest'
import { type AuditVerdict, joinVerdicts, judgeAudit } from './judge-audit.ts'

const report = (counts: Record<string, number>) =>
  JSON.stringify({
    advisories: {},
    metadata: { vulnerabilities: { low: 0, moderate: 0, high: 0, critical: 0, ...counts } },
  })

test.each([
  ['nothing', 0, report({}), 'clean', 0],
  ['moderate ones alone', 0, report({ moderate: 4 }), 'clean', 0],
  ['a high one', 1, report({ high: 1 }), 'vulnerable', 1],
  ['a critical one, whatever the status says', 0, report({ critical: 1 }), 'vulnerable', 1],
  ['a report beside a bad status', 1, report({}), 'vulnerable', 1],
] as const)('%s is judged by the report', (_, status, output, word, code) => {
  expect(judgeAudit(status, output)).toMatchObject({ word, status: code })
})

test.each([
  [
    'an answer that is not a report',
    1,
    'Error: ERR_PNPM_AUDIT_BAD_RESPONSE\n  × The audit endpoint responded with 405:',
    'ERR_PNPM_AUDIT_BAD_RESPONSE',
  ],
  ['no network', 1, 'request failed, reason: ECONNREFUSED', 'ECONNREFUSED'],
  ['silence that was cut off', null, '', 'it gave no answer'],
  ['success without a report', 0, 'ok', 'it gave no answer'],
])('%s is neither clean nor vulnerable: status 3', (_, status, output, detail) => {
  expect(judgeAudit(status, output)).toEqual({ word: 'unreachable', status: 3, detail })
})

test.each([
  [[0, 0], 0],
  [[0, 3], 3],
  [[3, 0], 3],
  [[1, 3], 1],
  [[0, 1], 1],
  [[], 3],
] as const)('two lists that say %j are %i together', (statuses, together) => {
  const words = { 0: 'clean', 1: 'vulnerable', 3: 'unreachable' } as const
  const verdicts = statuses.map((status): AuditVerdict => ({ status, word: words[status], detail: '' }))
  expect(joinVerdicts(verdicts)).toBe(together)
})
