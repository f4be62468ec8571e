import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { ensureDevSecrets } from './dev-secrets.ts'
import { loadEnv } from './load-env.ts'
import { renderEnv } from './render-env.ts'

const folder = mkdtempSync(join(tmpdir(), 'restai-dev-secrets-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('development secrets are made once, for their owner alone, and differ between checkouts', () => {
  const path = join(folder, 'one', '.env')
  const first = ensureDevSecrets(path)
  expect(ensureDevSecrets(path)).toEqual(first)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(ensureDevSecrets(join(folder, 'two', '.env')).JWT_SECRET).not.toBe(first.JWT_SECRET)
})

it('development secrets satisfy the schema of the API', () => {
  const DATABASE_URL = 'postgres://restai_app:restai@127.0.0.1:5432/restai'
  const source = { ...ensureDevSecrets(join(folder, 'three', '.env')), DATABASE_URL }
  expect(() => loadEnv('api', source, 'development')).not.toThrow()
})

it('a file of an earlier version keeps its secrets and gains the new ones', () => {
  const path = join(folder, 'older.env')
  const { SIGNUP_TOKEN, ...older } = ensureDevSecrets(path)
  writeFileSync(path, renderEnv(older))
  const newer = ensureDevSecrets(path)
  expect(newer).toMatchObject(older)
  expect(newer.SIGNUP_TOKEN).not.toBe(SIGNUP_TOKEN)
  expect(ensureDevSecrets(path)).toEqual(newer)
})
