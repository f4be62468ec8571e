import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repoRoot } from '../paths.ts'
import {
  type Requirement,
  readRequirements,
  renderRequirements,
  renderSecurity,
  requirementFaults,
  securityFile,
  tableFile,
} from './requirements.ts'

const rows = readRequirements()
const isTest = /\.(test|spec)\.tsx?$/
const texts = new Map<string, string | undefined>()
function readTest(path: string): string | undefined {
  if (!texts.has(path)) {
    const file = join(repoRoot, path)
    texts.set(path, isTest.test(path) && existsSync(file) ? readFileSync(file, 'utf8') : undefined)
  }
  return texts.get(path)
}

test('each requirement is proven by tests that exist, or says why it is not', () => {
  expect(rows.flatMap((row) => requirementFaults(row, readTest))).toEqual([])
})

test('no requirement is listed twice, and none has been taken off the list', () => {
  const ids = rows.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const bySource = Map.groupBy(ids, (id) => id.split('-')[0])
  expect(Object.fromEntries([...bySource].map(([source, all]) => [source, all.length]))).toEqual({
    S0: 18,
    PA: 26,
    S1: 164,
    S2: 48,
    S3: 24,
    S4: 68,
  })
})

test('the tables match the list, and the one of SECURITY.md names each requirement', () => {
  expect(readFileSync(join(repoRoot, tableFile), 'utf8')).toBe(renderRequirements(rows))
  const security = readFileSync(join(repoRoot, securityFile), 'utf8')
  expect(security).toBe(renderSecurity(security, rows))
  const named = new Set(security.match(/\b(S[0-4]|PA)-[A-Z]?\d+\b/g))
  expect(rows.filter(({ id }) => !named.has(id))).toEqual([])
})

const proven = (...tests: string[]): Requirement => ({ id: 'X', requirement: 'x', status: 'proven', tests })
test.each<[string, Requirement]>([
  ['a missing file', proven('a/missing.test.ts › some longer title')],
  ['a title that does not exist', proven('there.test.ts › another title altogether')],
  ['a file that is not a test', proven('packages/stack/src/paths.ts › export const repoRoot')],
  ['no test at all', proven()],
  ['a file without a title', proven('there.test.ts')],
  ['no reason', { id: 'X', requirement: 'x', status: 'waiting', reason: ' ' }],
])('a row with %s is a fault', (_, row) => {
  const read = (path: string) =>
    path === 'there.test.ts' ? `test('some longer title'` : isTest.test(path) ? undefined : readTest(path)
  expect(requirementFaults(row, read)).toHaveLength(1)
})
