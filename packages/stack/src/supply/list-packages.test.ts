import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repoRoot } from '../paths.ts'
import { listPackages, readBom } from './list-packages.ts'

test('the bill of materials names what runs, with versions and digests, and no development tool', () => {
  const { bomFormat, components } = readBom('production')
  expect(bomFormat).toBe('CycloneDX')
  const names = components.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['hono', 'next', 'react', 'drizzle-orm', 'zod', 'sharp', 'pino']),
  )
  for (const tool of ['vitest', 'typescript', 'turbo', 'lefthook', 'drizzle-kit'])
    expect(names).not.toContain(tool)
})

test('each package of the lockfile is compared with the advisories, tools too, and none of our own', () => {
  const lockfile = readFileSync(join(repoRoot, 'pnpm-lock.yaml'), 'utf8')
  const section = lockfile.slice(lockfile.indexOf('\npackages:\n'), lockfile.indexOf('\nsnapshots:\n'))
  const locked = [...section.matchAll(/^ {2}'?((?:@[^/]+\/)?[^@\s]+)@([^:'(]+)'?:$/gm)].map(
    ([, name = '', version]) => `pkg:npm/${name.replace('@', '%40')}@${version}`,
  )
  expect(locked.length).toBeGreaterThan(300)
  expect(listPackages().toSorted()).toEqual(locked.toSorted())
})
