import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { loadEnv } from './load-env.ts'
import { writeProductionEnv } from './write-production-env.ts'

const folder = mkdtempSync(join(tmpdir(), 'restai-rotate-'))
const path = join(folder, '.env')
beforeEach(() => void writeProductionEnv({ path, site: 'https://order.example.com', force: true }))
afterAll(() => rmSync(folder, { recursive: true }))

const rotate = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'secrets-rotate.ts'), `--file=${path}`, ...args], {
    encoding: 'utf8',
    env: {},
  })
const written = () => parseEnv(readFileSync(path, 'utf8'))

it('secrets:rotate makes new signing secrets, keeps the old ones verifying, and changes nothing else', () => {
  const { JWT_SECRET, JWT_REFRESH_SECRET, ...others } = written()
  expect(rotate().status).toBe(0)
  const after = written()
  expect(after).toMatchObject({
    ...others,
    JWT_SECRET_PREVIOUS: JWT_SECRET,
    JWT_REFRESH_SECRET_PREVIOUS: JWT_REFRESH_SECRET,
  })
  expect(new Set([JWT_SECRET, JWT_REFRESH_SECRET, after.JWT_SECRET, after.JWT_REFRESH_SECRET]).size).toBe(4)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const DATABASE_URL = `postgres://restai_app:${after.APP_DATABASE_PASSWORD}@postgres:5432/restai`
  expect(loadEnv('api', { ...after, DATABASE_URL }, 'production').JWT_SECRET_PREVIOUS).toEqual([JWT_SECRET])
})

it('a second rotation keeps both old values, and prints none', () => {
  const first = written().JWT_SECRET
  rotate('--only=JWT_SECRET')
  const second = written().JWT_SECRET
  const { stdout } = rotate('--only=JWT_SECRET')
  expect(written().JWT_SECRET_PREVIOUS).toBe(`${second},${first}`)
  for (const value of [first, second, written().JWT_SECRET]) expect(stdout).not.toContain(value)
})

it('a file without the secret, and a name that does not rotate, are refused and nothing is written', () => {
  writeFileSync(path, 'KEEP=1\n')
  for (const args of [[], ['--only=SIGNUP_TOKEN']]) {
    expect(rotate(...args)).toMatchObject({ status: 1, stdout: '' })
    expect(readFileSync(path, 'utf8')).toBe('KEEP=1\n')
  }
})
