import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { composeEnv } from './compose-env.ts'
import { loadEnv } from './load-env.ts'

const folder = mkdtempSync(join(tmpdir(), 'restai-secrets-'))
const path = join(folder, '.env')
beforeEach(() => rmSync(path, { force: true }))
afterAll(() => rmSync(folder, { recursive: true }))

const secretsInit = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'secrets-init.ts'), `--out=${path}`, ...args], {
    encoding: 'utf8',
    env: {},
  })
const written = () => parseEnv(readFileSync(path, 'utf8'))
const mode = () => statSync(path).mode & 0o777

it('secrets:init writes an environment that production starts with, for its owner alone', () => {
  const { status, stdout } = secretsInit('--site=https://order.example.com')
  const env = written()
  expect(status).toBe(0)
  expect(mode()).toBe(0o600)
  expect(stdout).toContain(`Sign-up token: ${env.SIGNUP_TOKEN}`)
  expect(composeEnv().safeParse(env).success).toBe(true)
  const DATABASE_URL = `postgres://restai_app:${env.APP_DATABASE_PASSWORD}@postgres:5432/restai`
  expect(loadEnv('api', { ...env, DATABASE_URL }, 'production').CORS_ORIGINS).toEqual([
    'https://order.example.com',
  ])
})

it('secrets:init prints no secret but the sign-up token', () => {
  const { stdout } = secretsInit()
  const env = written()
  for (const name of ['JWT_SECRET', 'JWT_REFRESH_SECRET', 'POSTGRES_PASSWORD', 'APP_DATABASE_PASSWORD']) {
    expect(env[name]).toHaveLength(64)
    expect(stdout).not.toContain(env[name])
  }
})

it('without --site the address stays empty, so that compose stops and names it', () => {
  const { stdout } = secretsInit()
  expect(written()).toMatchObject({ SITE_ADDRESS: '', CORS_ORIGINS: '' })
  expect(stdout).toContain('Set SITE_ADDRESS')
})

it('secrets:init replaces a file only with --force', () => {
  writeFileSync(path, 'KEEP=1\n', { mode: 0o644 })
  expect(secretsInit()).toMatchObject({ status: 1, stdout: '' })
  expect(written()).toEqual({ KEEP: '1' })
  expect(secretsInit('--force').status).toBe(0)
  expect(written().KEEP).toBeUndefined()
  expect(mode()).toBe(0o600)
})

it.each(['--site=order.example.com', '--site=http://order.example.com', '--site=*', '--what'])(
  'secrets:init refuses %s and writes nothing',
  (argument) => {
    expect(secretsInit(argument).status).toBe(1)
    expect(existsSync(path)).toBe(false)
  },
)
