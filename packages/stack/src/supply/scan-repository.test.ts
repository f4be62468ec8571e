import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { repoRoot } from '../paths.ts'
import { digestOf, findSecrets, readAllowed } from './find-secrets.ts'
import { scanRepository } from './scan-repository.ts'

// Put together here, so that this file holds none of them.
const random = 'q8Zr2LxV0mTn5KbYw3HsJd7CpB4vN9gXe1RtUa6Q'
const canaries = {
  'private key': `-----BEGIN ${'RSA'} PRIVATE KEY-----`,
  'AWS access key': `AKIA${'QX3ZT7RPLMNVB2CD'}`,
  'GitHub token': `ghp_${random}`,
  'Stripe key': `sk_live_${random.slice(0, 24)}`,
  'connection string': `postgres://owner:${random.slice(0, 16)}@db.example.com/restai`,
  'assigned secret': `JWT_SECRET=${random}`,
} as const
type Kind = keyof typeof canaries

let folder: string
const git = (...args: string[]) =>
  execFileSync(
    'git',
    ['-c', 'user.name=t', '-c', 'user.email=t@example.test', '-c', 'core.hooksPath=/dev/null', ...args],
    { cwd: folder },
  )
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}
const commit = () => {
  git('add', '-A')
  git('commit', '--quiet', '--message', 'x')
}
const kindsOf = (scope: 'staged' | 'tree' | 'history') =>
  new Set(scanRepository(folder, scope, new Set()).map(({ kind }) => kind))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'restai-scan-'))
  git('init', '--quiet', '--initial-branch=main')
  write('README.md', '# clean\n')
  commit()
})
afterEach(() => rmSync(folder, { recursive: true }))

test.each(Object.keys(canaries) as Kind[])(
  'a planted %s is found in the tree, and in the history after it is gone',
  (kind) => {
    write('src/settings.ts', `const a = 1\n${canaries[kind]}\n`)
    expect(scanRepository(folder, 'tree', new Set())).toMatchObject([{ kind, where: 'src/settings.ts:2' }])
    commit()
    write('src/settings.ts', 'const a = 1\n')
    commit()
    expect(kindsOf('tree')).toEqual(new Set())
    expect(kindsOf('history')).toEqual(new Set([kind]))
  },
)

test('all six are found on a branch that was never merged', () => {
  git('switch', '--quiet', '--create', 'side')
  write('deep/notes.txt', Object.values(canaries).join('\n'))
  commit()
  git('switch', '--quiet', 'main')
  expect(kindsOf('history')).toEqual(new Set(Object.keys(canaries)))
})

test('a commit is judged by what is staged, before it is made', () => {
  write('a.txt', canaries['Stripe key'])
  expect(kindsOf('staged')).toEqual(new Set())
  git('add', '-A')
  expect(kindsOf('staged')).toEqual(new Set(['Stripe key']))
})

test('an allowed digest is not reported, and a finding never carries the value', () => {
  const text = canaries['assigned secret']
  expect(findSecrets(text, { allowed: new Set([digestOf(random)]) })).toEqual([])
  expect(JSON.stringify(findSecrets(text, { allowed: new Set() }))).not.toContain(random)
})

test('references, placeholders and ordinary code are not secrets', () => {
  const text = [
    `JWT_SECRET=$${'{JWT_SECRET:?missing}'}`,
    'const accessTokenLifetimeSeconds = settings.accessTokenLifetimeSeconds',
    'password: process.env.POSTGRES_PASSWORD_FROM_ENVIRONMENT',
    `postgres://user:$${'{password}'}@db/restai`,
    'token = createHash(input).update(value)',
  ].join('\n')
  expect(findSecrets(text, { allowed: new Set() })).toEqual([])
})

test('this repository holds no secret, neither in its tree nor in its history', () => {
  const allowed = readAllowed()
  expect([
    ...scanRepository(repoRoot, 'tree', allowed),
    ...scanRepository(repoRoot, 'history', allowed),
  ]).toEqual([])
})
