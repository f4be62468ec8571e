import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { expect, it } from 'vitest'
import { composePassThrough } from './compose-env.ts'
import { EnvError } from './env-error.ts'
import { renderEnvExample } from './env-example.ts'
import { loadEnv } from './load-env.ts'

const committed = readFileSync(join(import.meta.dirname, '../../../.env.example'), 'utf8')
const variables = parseEnv(committed)

it('the committed .env.example matches the schemas', () => {
  expect(committed).toBe(renderEnvExample())
})

it('every variable stands below its own comment, and secrets are empty', () => {
  const lines = committed.split('\n')
  for (const [at, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue
    expect(lines[at - 1]).toMatch(/^# .+ \((required|optional)(, secret)?\)$/)
    if (lines[at - 1]?.endsWith(', secret)')) expect(line).toMatch(/^[A-Z_]+=$/)
  }
})

it('it lists what docker compose hands over', () => {
  expect(Object.keys(variables)).toEqual(expect.arrayContaining([...composePassThrough]))
})

it('an untouched copy of it starts nothing', () => {
  for (const name of ['api', 'web', 'migrate'] as const) {
    expect(() => loadEnv(name, variables, 'production')).toThrow(EnvError)
  }
})
