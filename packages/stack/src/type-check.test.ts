import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder, repoRoot } from './paths.ts'
import { testSteps } from './test-runs/test-steps.ts'

const workspaces = globSync('{apps,packages}/*/package.json', { cwd: repoRoot }).map((file) =>
  dirname(join(repoRoot, file)),
)
const read = (...parts: string[]): string => readFileSync(join(...parts), 'utf8')

test('the API, the web app and every package are type-checked by `pnpm test`', () => {
  expect(testSteps.map(({ name }) => name)).toContain('typecheck')
  expect(workspaces.length).toBeGreaterThanOrEqual(10)
  for (const folder of workspaces) {
    expect(JSON.parse(read(folder, 'package.json')).scripts.typecheck, folder).toMatch(/(^|&& )tsc --noEmit$/)
    const config = read(folder, 'tsconfig.json')
    expect(config, folder).toMatch(/"extends": "[./]+tsconfig\.base\.json"/)
    expect(config, folder).not.toMatch(/"(strict\w*|no[A-Z]\w*|exact\w+)": false/)
  }
})

test('no source file disables its own type check', () => {
  const sources = globSync('{apps,packages}/*/{src,messages,journeys,support}/**/*.{ts,tsx}', {
    cwd: repoRoot,
  })
  expect(sources.length).toBeGreaterThan(500)
  const off = new RegExp(`@ts-${'(ignore|nocheck|expect-error)'}`)
  expect(sources.filter((file) => off.test(read(repoRoot, file)))).toEqual([])
})

test.each([
  ['a value of another type', "export const n: number = 'one'"],
  ['what may be missing', 'export const first = (all: string[]): string => all[0]'],
  ['what may be null', 'export const size = (text: string | null) => text.length'],
  ['an undeclared parameter', 'export const same = (value) => value'],
])('the compiler, as it is set up, refuses %s', (_, source) => {
  mkdirSync(dataFolder, { recursive: true })
  const folder = mkdtempSync(join(dataFolder, 'types-'))
  try {
    writeFileSync(join(folder, 'wrong.ts'), source)
    writeFileSync(
      join(folder, 'tsconfig.json'),
      '{ "extends": "../../tsconfig.base.json", "files": ["wrong.ts"] }',
    )
    const tsc = join(repoRoot, 'node_modules/.bin/tsc')
    const { status, stdout } = spawnSync(tsc, ['--noEmit', '-p', folder], { encoding: 'utf8' })
    expect(stdout).toMatch(/wrong\.ts.* error TS/)
    expect(status).not.toBe(0)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
