import { globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { repoRoot } from './paths.ts'

/** What lint cannot enforce: which way imports may point, and where dangerous APIs may be used. */

type Source = { file: string; text: string; imports: { from: string; typeOnly: boolean }[] }

const skipped = new Set([
  'node_modules',
  '.next',
  'dist',
  '.turbo',
  'public',
  'migrations',
  'test-results',
  'next-env.d.ts',
])
const importPattern = /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?'([^']+)'/gm

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? listFiles(path) : /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

const all: Source[] = ['packages', 'apps']
  .flatMap((folder) => listFiles(join(repoRoot, folder)))
  .map((path) => {
    const file = relative(repoRoot, path)
    const text = readFileSync(path, 'utf8')
    const imports = [...text.matchAll(importPattern)].map(([, type, from = '']) => ({
      from: from.startsWith('.') ? relative(repoRoot, join(dirname(path), from)) : from,
      typeOnly: type !== undefined,
    }))
    return { file, text, imports }
  })
const isTest = ({ file }: Source) => /\.test\.tsx?$|\/testing\/|test-app|test-world|test-party/.test(file)
// The benchmarks measure the product against bare libraries, so they reach into it on purpose.
const product = all.filter(
  (source) => !isTest(source) && !/^(apps\/e2e|packages\/stack\/src\/bench)/.test(source.file),
)
const within = (folder: string) => product.filter(({ file }) => file.startsWith(folder))

/** Files of a folder that import, as a value, something that `allowed` refuses. */
const breaches = (sources: Source[], allowed: (from: string) => boolean, types = false) =>
  sources.flatMap(({ file, imports }) =>
    imports
      .filter(({ from, typeOnly }) => (types || !typeOnly) && !allowed(from))
      .map(({ from }) => `${file} → ${from}`),
  )

const usersOf = (pattern: RegExp, sources = product) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

test('the sources are found', () => {
  expect(product.length).toBeGreaterThan(300)
})

test('no test is skipped, run alone or put off', () => {
  const waiting = /\b(test|it|describe|ctx|context|task)\.(skip|only|todo|fixme|fails|skipIf|runIf)\b/
  expect(usersOf(waiting, all)).toEqual([])
})

test('rules import nothing but each other, and the permission table nothing at all', () => {
  expect(
    breaches(
      within('packages/schemas/src/rules'),
      (from) => from.startsWith('packages/schemas/src/rules'),
      true,
    ),
  ).toEqual([])
  expect(breaches(within('packages/auth/src/policy.ts'), () => false, true)).toEqual([])
})

test('the contract imports Zod and the rules, and nothing else', () => {
  const allowed = (from: string) => from === 'zod' || from.startsWith('packages/schemas/src/')
  expect(breaches(within('packages/schemas/src/contract'), allowed, true)).toEqual([])
})

test('packages never import apps', () => {
  expect(breaches(within('packages/'), (from) => !from.startsWith('apps/') && from !== '@repo/api')).toEqual(
    [],
  )
})

test("the API's http and security never import a feature", () => {
  const allowed = (from: string) => !from.startsWith('apps/api/src/features')
  expect(
    breaches(
      [...within('apps/api/src/http'), ...within('apps/api/src/security'), ...within('apps/api/src/live')],
      allowed,
    ),
  ).toEqual([])
})

/** What a file imports, including types and dynamic imports: our own files by path. */
function filesImportedBy({ file, text, imports }: Source): string[] {
  const later = [...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, from = '']) =>
    from.startsWith('.') ? join(dirname(file), from) : from,
  )
  return [...imports.map(({ from }) => from), ...later].map((from) =>
    from.startsWith('@/') ? join('apps/web/src', from.slice(2)) : (publicFiles.get(from) ?? from),
  )
}

/** `@repo/db/schema` → `packages/db/src/schema/index.ts`, as each package.json says. */
const publicFiles = new Map<string, string>(
  globSync('{apps,packages}/*/package.json', { cwd: repoRoot }).flatMap((manifest) => {
    const { name, exports = {} } = JSON.parse(readFileSync(join(repoRoot, manifest), 'utf8'))
    return Object.entries<string>(exports).map(([path, file]): [string, string] => [
      join(name, path),
      join(dirname(manifest), file),
    ])
  }),
)

test('no file reaches itself through its imports', () => {
  const imports = new Map(all.map((source) => [source.file, filesImportedBy(source)]))
  const reachesItself = (file: string) => {
    const reached = new Set(imports.get(file))
    for (const next of reached) for (const further of imports.get(next) ?? []) reached.add(further)
    return reached.has(file)
  }
  const ours = [...imports.values()]
    .flat()
    .filter((file) => /^(apps|packages)\/.*\.tsx?$|^@repo\//.test(file))
  expect(ours.filter((file) => !imports.has(file))).toEqual([])
  expect([...imports.keys()].filter(reachesItself)).toEqual([])
})

/** Features that may use another one, but not the other way round. */
const declaredPairs = new Set([
  'branches → menu',
  'customers → menu',
  'kitchen → menu',
  'kitchen → orders',
  'media → menu',
  'orders → menu',
  'organizations → staff',
  'staff → accounts',
  'table-sessions → orders',
  'table-sessions → service-calls',
  'tables → menu',
  'tables → service-calls',
  'tables → table-sessions',
])

test('an API feature uses another one only where the pair is declared, and no pair goes both ways', () => {
  const root = 'apps/api/src/features/'
  const pairs = within(root).flatMap(({ file, imports }) => {
    const from = file.slice(root.length).split('/')[0]
    return imports
      .filter((entry) => entry.from.startsWith(root))
      .map((entry) => [from, entry.from.slice(root.length).split('/')[0]])
  })
  const used = new Set(pairs.filter(([from, to]) => from !== to).map(([from, to]) => `${from} → ${to}`))
  expect([...used].filter((pair) => !declaredPairs.has(pair))).toEqual([])
  expect([...used].filter((pair) => used.has(pair.split(' → ').toReversed().join(' → ')))).toEqual([])
})

test('the web app imports neither the database nor the API, and no browser code carries Zod', () => {
  const refused = (from: string) =>
    from.startsWith('@repo/db') || from === '@repo/api' || from === 'zod' || from === '@repo/schemas/contract'
  const browser = within('apps/web/src').filter(({ file }) => !file.includes('/features/auth/'))
  expect(breaches(browser, (from) => !refused(from))).toEqual([])
})

test('the environment is read only at the edges', () => {
  const users = usersOf(/process\.env/, [
    ...within('apps/'),
    ...within('packages/').filter(({ file }) => !file.startsWith('packages/stack')),
  ])
  const edges = [
    'apps/api/src/audit-verify-main.ts',
    'apps/api/src/main.ts',
    'apps/api/src/migrate-main.ts',
    'apps/api/src/settings-main.ts',
    'apps/web/src/instrumentation.ts',
    'apps/web/src/lib/web-env.ts',
    'apps/web/src/proxy.ts',
    'packages/preflight/src/main.ts',
  ]
  expect(users.filter((file) => !edges.includes(file))).toEqual([])
})

test('SQL is never built from text', () => {
  const raw = usersOf(/\bsql\.raw\(|\.unsafe\(/)
  expect(raw.toSorted()).toEqual([
    'packages/db/src/gateway.ts',
    'packages/db/src/migrate.ts',
    'packages/db/src/schema/policies.ts',
  ])
  expect(usersOf(/\.execute\((?!\s*sql`|\))/)).toEqual([])
})

test('handlers read bodies through the endpoint, nothing evaluates text or sets HTML', () => {
  expect(usersOf(/\breq(\.raw)?\.(json|parseBody|formData|text|arrayBuffer|blob)\(/)).toEqual([])
  expect(usersOf(/\beval\(|new Function\(|'(node:)?vm'|\bset(Timeout|Interval)\(\s*['"`]/)).toEqual([])
  expect(
    usersOf(/dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|srcDoc\b/),
  ).toEqual([])
})

test('ids and codes come from a secure source', () => {
  expect(usersOf(/Math\.random\(/).filter((file) => !/retry|follow-events|jitter|send-/.test(file))).toEqual(
    [],
  )
})

/** Files that may use web storage, each for data that is not secret. */
const webStorage = new Set([
  'apps/web/src/features/kitchen/device-session.ts',
  'apps/web/src/features/kitchen/last-board.ts',
  'apps/web/src/features/kitchen/use-called-tickets.ts',
  'apps/web/src/features/kitchen/use-saved-taps.ts',
  'apps/web/src/lib/staff/staff-session.ts',
  'apps/web/src/stores/customer-store.ts',
  'apps/web/src/stores/seat-hint.ts',
  'apps/web/src/stores/tab-storage.ts',
  'packages/api-client/src/attempt-id.ts',
])

test('the product starts no other program, and keeps tokens out of web storage', () => {
  const outside = [
    ...within('apps/'),
    ...within('packages/').filter(({ file }) => !file.startsWith('packages/stack')),
  ]
  expect(usersOf(/['"](node:)?(child_process|cluster)['"]|\bexecSync\(/, outside)).toEqual([])
  const pages = [...within('apps/web/src'), ...within('packages/api-client/')]
  const storage = usersOf(/\b(local|session)Storage\b/, pages)
  expect(storage.filter((file) => !webStorage.has(file))).toEqual([])
  expect(usersOf(/\bindexedDB\b|\bcaches\.open|\bcookieStore\b|document\.cookie\s*=/, pages)).toEqual([
    'apps/web/src/lib/remember-choice.ts',
  ])
})

test('the API and its packages make requests through the checked sender alone', () => {
  const servers = [
    ...within('apps/api/'),
    ...['auth', 'config', 'db', 'schemas'].flatMap((name) => within(`packages/${name}/`)),
  ]
  expect(
    usersOf(/(?<![.\w])fetch\(|\brequest\b[^}]*\} from 'node:https?'/, servers).filter(
      (file) => !/safe-fetch|send-safely/.test(file),
    ),
  ).toEqual([])
})

/** A test cannot measure the duration of a comparison in a reply, so the source is checked. */
test('what is sent to prove a secret is compared in constant time', () => {
  expect(usersOf(/\btimingSafeEqual\(/).toSorted()).toEqual([
    'apps/api/src/security/is-same-secret.ts',
    'packages/auth/src/known-browser.ts',
    'packages/auth/src/otp.ts',
    'packages/auth/src/password.ts',
    'packages/auth/src/verify-webhook.ts',
    'packages/db/src/audit/checkpoint-file.ts',
  ])
})

test('an identifier in SQL is written, never computed', () => {
  expect(usersOf(/\bsql\.identifier\(/)).toEqual([])
})
