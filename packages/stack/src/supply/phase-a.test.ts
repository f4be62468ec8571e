import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { repoRoot } from '../paths.ts'

const changelog = readFileSync(join(repoRoot, 'PHASE-A-CHANGELOG.md'), 'utf8')
const blockers = changelog.split(/^## (?=\d)/m).slice(1)
const isTest = /\.(test|spec)\.tsx?$/

/** Files of a proof as paths; a bare name stands beside the file before it. */
function filesOf(proof: string): string[] {
  const files: string[] = []
  for (const [, name = ''] of proof.matchAll(/`([^`]+)`/g)) {
    const before = files.at(-1) ?? ''
    files.push(name.includes('/') ? name : `${before.slice(0, -basename(before).length)}${name}`)
  }
  return files
}

test('each of the nine blockers names tests that exist', () => {
  expect(blockers.map((blocker) => Number.parseInt(blocker, 10))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  for (const blocker of blockers) {
    const [title = ''] = blocker.split('\n')
    const proof = blocker.slice(blocker.indexOf('**Proof:**'))
    const files = filesOf(proof)
    expect.soft(files, title).not.toEqual([])
    const missing = files.filter((file) => !isTest.test(file) || !existsSync(join(repoRoot, file)))
    expect.soft(missing, title).toEqual([])
    const texts = files.map((file) => readFileSync(join(repoRoot, file), 'utf8')).join('\n')
    for (const [, quoted = ''] of proof.replaceAll('\n', ' ').matchAll(/"([^"]+?)(?: …)?"/g))
      expect.soft(texts, title).toContain(quoted)
  }
})
