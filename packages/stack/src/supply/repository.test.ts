import { execFileSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repoRoot } from '../paths.ts'
import { apiChecks, serverChecks } from './release-checks.ts'
import { renderTemplates } from './render-templates.ts'

const read = (path: string) => readFileSync(join(repoRoot, path), 'utf8')
const workspace = read('pnpm-workspace.yaml')
const lockfile = read('pnpm-lock.yaml')
const git = (...args: string[]) =>
  execFileSync('git', ['-c', `safe.directory=${repoRoot}`, ...args], {
    cwd: repoRoot,
    encoding: 'utf8',
  }).trim()
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
  // Node and pnpm themselves are needed before a catalog can be read.
  const first = /^\d+\.\d+\.\d+$/
  for (const path of ['package.json', ...globSync('{apps,packages}/*/package.json', { cwd: repoRoot })]) {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read(path))
    const all = Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies })
    const others = all.filter(([, range]) => range !== 'catalog:' && range !== 'workspace:*')
    expect(
      others.filter(([name, range]) => !(/^(node|pnpm)$/.test(name) && first.test(range))),
      path,
    ).toEqual([])
  }
})

test('the lockfile is part of the repository', () => {
  expect(git('ls-files', '--error-unmatch', 'pnpm-lock.yaml')).toBe('pnpm-lock.yaml')
})

test('new releases are not installed at once, and install scripts run only where they are listed', () => {
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

test('a release is audited before anything of it is published', () => {
  const release = read('.github/workflows/release.yml')
  const [audit, publish] = [release.indexOf('pnpm audit:dependencies'), release.indexOf('gh release')]
  expect(audit).toBeGreaterThan(0)
  expect(audit).toBeLessThan(publish)
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
    expect(block).toMatch(/labels: \[\w/)
  }
  expect(blocks[0]).toMatch(/groups:\n\s+[\w-]+: \{ update-types: \[minor, patch\] \}/)
})

test('the checklists match the list of checks, with all twenty and all twelve', () => {
  for (const [path, text] of Object.entries(renderTemplates())) expect(read(path), path).toBe(text)
  expect([apiChecks.length, serverChecks.length]).toEqual([20, 12])
  expect(read('.github/ISSUE_TEMPLATE/release.md').match(/^- \[ \] \*\*/gm)).toHaveLength(32)
  expect(read('.github/pull_request_template.md').match(/^- \[ \] \*\*/gm)).toHaveLength(12)
})

test('newcomers are shown both checklists', () => {
  const text = read('CONTRIBUTING.md')
  for (const path of ['.github/pull_request_template.md', '.github/ISSUE_TEMPLATE/release.md'])
    expect(text).toContain(`](${path})`)
})

test('a commit is scanned for secrets and formatted before it is made', () => {
  const hooks = read('lefthook.yml')
  expect(hooks).toContain('run.js scan-secrets staged')
  expect(hooks).toContain('biome check')
})

const hookEnv = { PATH: '/usr/bin:/bin', GIT_CONFIG_GLOBAL: '/dev/null' }
/** Does what the commit hook does, using only what is installed here. */
function scanBeforeCommit(env: Record<string, string>): void {
  const command = /run: (.* scan-secrets staged)/.exec(read('lefthook.yml'))?.[1] ?? 'false'
  // What it found goes into the error.
  execFileSync('sh', ['-c', `${command} 1>&2`], {
    cwd: repoRoot,
    env: { ...hookEnv, ...env },
    stdio: 'pipe',
  })
}

test('the scan before a commit needs nothing but what was installed here', () => {
  expect(() => scanBeforeCommit({})).not.toThrow()
})

test('a commit that holds a secret is stopped', () => {
  const folder = mkdtempSync(join(tmpdir(), 'restai-hook-'))
  try {
    // A separate index and object store: what is staged here stays here.
    const objects = join(folder, 'objects')
    mkdirSync(objects)
    const env = {
      GIT_INDEX_FILE: join(folder, 'index'),
      GIT_OBJECT_DIRECTORY: objects,
      GIT_ALTERNATE_OBJECT_DIRECTORIES: git('rev-parse', '--path-format=absolute', '--git-path', 'objects'),
    }
    const stage = (...args: string[]) =>
      execFileSync('git', ['-c', `safe.directory=${repoRoot}`, ...args], {
        cwd: repoRoot,
        env: { ...hookEnv, ...env },
        encoding: 'utf8',
      }).trim()
    const planted = join(folder, 'key.ts')
    writeFileSync(planted, `const key = 'sk_live_${'q8Zr2LxV0mTn5KbYw3HsJd7C'}'\n`)
    stage('read-tree', 'HEAD')
    expect(() => scanBeforeCommit(env)).not.toThrow()
    const blob = stage('hash-object', '-w', planted)
    stage('update-index', '--add', '--cacheinfo', `100644,${blob},packages/auth/src/key.ts`)
    expect(() => scanBeforeCommit(env)).toThrow('packages/auth/src/key.ts')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test.each(['.env', '.env.production', 'apps/api/.env', 'apps/web/.env.local', '.data/dev-secrets.env'])(
  '%s is ignored by git, and by the images',
  (path) => {
    expect(git('check-ignore', '--no-index', path)).toBe(path)
    const ignored = read('.dockerignore').split('\n')
    expect(ignored).toEqual(expect.arrayContaining(['*', '**/.env', '**/.env.*', '**/.data']))
  },
)
