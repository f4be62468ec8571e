import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repoRoot } from '../paths.ts'
import { apiChecks, serverChecks } from './release-checks.ts'
import { renderTemplates } from './render-templates.ts'

const read = (path: string) => readFileSync(join(repoRoot, path), 'utf8')
const workspace = read('pnpm-workspace.yaml')
const lockfile = read('pnpm-lock.yaml')
const version = (text: string) => text.split('.').map(Number)
const isAtLeast = (one: string, other: string) => {
  const [a, b] = [version(one), version(other)]
  const at = a.findIndex((part, index) => part !== b[index])
  return at < 0 || (a[at] ?? 0) > (b[at] ?? 0)
}

test.each([
  ['hono', '4.12.25'],
  ['@hono/node-server', '1.19.10'],
  ['next', '16.2.11'],
  ['drizzle-orm', '0.45.2'],
  ['pnpm', '11.0.0'],
])('every locked %s is at least %s, below which it has a known hole', (name, floor) => {
  const escaped = name.replace('/', '\\/')
  const locked = [...lockfile.matchAll(new RegExp(`^  '?${escaped}@(\\d+\\.\\d+\\.\\d+)'?:`, 'gm'))].map(
    ([, found = '']) => found,
  )
  expect(locked).not.toEqual([])
  expect(locked.filter((found) => !isAtLeast(found, floor))).toEqual([])
})

test('every dependency is one exact version of the catalog', () => {
  const catalog = workspace.slice(workspace.indexOf('\ncatalog:'), workspace.indexOf('\nallowBuilds:'))
  const entries = [...catalog.matchAll(/^ {2}"?([^":]+)"?: (.+)$/gm)]
  expect(entries.length).toBeGreaterThan(30)
  expect(entries.filter(([, , range = '']) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))).toEqual([])
})

test('a new release waits, and install scripts run only where they are listed', () => {
  expect(Number(/^minimumReleaseAge: (\d+)$/m.exec(workspace)?.[1])).toBeGreaterThanOrEqual(3 * 24 * 60)
  expect(workspace).toMatch(/^allowBuilds:$/m)
  expect(workspace).not.toMatch(/dangerouslyAllowAllBuilds|onlyBuiltDependenciesFile/)
})

test.each([
  '.github/workflows/ci.yml',
  '.github/workflows/release.yml',
  '.github/workflows/security.yml',
  'Dockerfile',
])('%s installs from the lockfile alone', (path) => {
  const installs = read(path).match(/pnpm install[^\n]*/g) ?? []
  expect(installs).not.toEqual([])
  for (const install of installs) expect(install).toContain('--frozen-lockfile')
})

test('the workflows may read the code and nothing else, and the audit runs on each push, each request and every Monday', () => {
  for (const path of ['.github/workflows/ci.yml', '.github/workflows/security.yml'])
    expect(read(path)).toMatch(/^permissions: \{ contents: read \}$/m)
  const security = read('.github/workflows/security.yml')
  expect(security).toMatch(
    /push: \{ branches: \[main\] \}\n {2}pull_request:\n {2}schedule: \[\{ cron: "0 9 \* \* 1" \}\]/,
  )
  expect(security).toContain('pnpm audit:dependencies')
  expect(security).toContain('pnpm scan:secrets')
})

test('the bill of materials is made on each push, and attached to each release', () => {
  expect(read('.github/workflows/security.yml')).toMatch(/pnpm sbom:write (\S+)\n[\s\S]+path: \1,/)
  const release = read('.github/workflows/release.yml')
  expect(release).toMatch(/push: \{ tags: \["v\*"\] \}/)
  expect(release).toMatch(/pnpm sbom:write (\S+)\n[\s\S]+gh release upload "\$GITHUB_REF_NAME" \1/)
})

test('updates come weekly, at most ten at once, and not on the day of their release', () => {
  const blocks = read('.github/dependabot.yml').split('- package-ecosystem: ').slice(1)
  expect(blocks.map((block) => block.split('\n')[0])).toEqual(['npm', 'docker', 'github-actions'])
  for (const block of blocks) {
    expect(block).toContain('interval: weekly')
    expect(Number(/open-pull-requests-limit: (\d+)/.exec(block)?.[1])).toBeLessThanOrEqual(10)
    expect(Number(/default-days: (\d+)/.exec(block)?.[1])).toBeGreaterThanOrEqual(3)
  }
})

test('the checklists are what the list of checks says, with all twenty and all twelve', () => {
  for (const [path, text] of Object.entries(renderTemplates())) expect(read(path), path).toBe(text)
  expect([apiChecks.length, serverChecks.length]).toEqual([20, 12])
  expect(read('.github/ISSUE_TEMPLATE/release.md').match(/^- \[ \] \*\*/gm)).toHaveLength(32)
  expect(read('.github/pull_request_template.md').match(/^- \[ \] \*\*/gm)).toHaveLength(12)
})

test('a commit is scanned for secrets and formatted before it is made', () => {
  const hooks = read('lefthook.yml')
  expect(hooks).toContain('run.js scan-secrets staged')
  expect(hooks).toContain('biome check')
})

test('the scan before a commit needs nothing but what was installed here', () => {
  const command = /run: (.* scan-secrets staged)/.exec(read('lefthook.yml'))?.[1] ?? 'false'
  const env = { PATH: '/usr/bin:/bin', GIT_CONFIG_GLOBAL: '/dev/null' }
  expect(() => execFileSync('sh', ['-c', command], { cwd: repoRoot, env, stdio: 'pipe' })).not.toThrow()
})

test.each(['.env', '.env.production', 'apps/api/.env', 'apps/web/.env.local', '.data/dev-secrets.env'])(
  '%s is ignored by git, and by the images',
  (path) => {
    expect(
      execFileSync('git', ['-c', `safe.directory=${repoRoot}`, 'check-ignore', '--no-index', path], {
        cwd: repoRoot,
        encoding: 'utf8',
      }).trim(),
    ).toBe(path)
    const ignored = read('.dockerignore').split('\n')
    expect(ignored).toEqual(expect.arrayContaining(['*', '**/.env', '**/.env.*', '**/.data']))
  },
)
