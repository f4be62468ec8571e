import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { apiEnv } from './api-env.ts'
import { composeEnv, composePassThrough } from './compose-env.ts'

const composeFile = readFileSync(join(import.meta.dirname, '../../../docker-compose.yml'), 'utf8')
const references = [...composeFile.matchAll(/\$\{([A-Z_]+)(:\?|:-)/g)]
const readAs = (operator: string) =>
  new Set(references.filter((found) => found[2] === operator).map((found) => found[1]))

const api = apiEnv('production').unwrap().shape
const shape = {
  ...composeEnv().unwrap().shape,
  ...Object.fromEntries(composePassThrough.map((name) => [name, api[name]])),
}

it('docker-compose.yml reads what the schema declares, and nothing else', () => {
  expect(new Set(references.map((found) => found[1]))).toEqual(new Set(Object.keys(shape)))
  expect(composeFile.match(/\$[^{]|\$\{[A-Z_]+\}/)).toBeNull()
})

it('docker-compose.yml stops without what the schema requires, and only then', () => {
  const required = Object.keys(shape).filter(
    (name) => !shape[name as keyof typeof shape].safeParse(undefined).success,
  )
  expect(readAs(':?')).toEqual(new Set(required))
})

it("a default in docker-compose.yml is the schema's own", () => {
  for (const [, name = '', value] of composeFile.matchAll(/\$\{([A-Z_]+):-([^}]+)\}/g)) {
    expect(String(shape[name as keyof typeof shape].parse(undefined)), name).toBe(value)
  }
})

const good = {
  SITE_ADDRESS: 'https://order.example.com',
  POSTGRES_PASSWORD: 'q8Zr2LxV0mTn5KbYw3HsJd7C',
  APP_DATABASE_PASSWORD: 'pB4vN9gXe1RtUa6QkWz0LmSf',
}

it.each([
  ['APP_DATABASE_PASSWORD', good.POSTGRES_PASSWORD],
  ['POSTGRES_PASSWORD', 'change-me'],
  ['SITE_ADDRESS', 'http://order.example.com'],
  ['HTTPS_PORT', '0'],
  ['HSTS', 'on'],
  ['EDGE_SUBNET', '10.213.73.1'],
  ['EDGE_SUBNET', '0.0.0.0/0'],
])('compose refuses %s=%s', (name, value) => {
  expect(composeEnv().safeParse(good).success).toBe(true)
  const { error } = composeEnv().safeParse({ ...good, [name]: value })
  expect(error?.issues.map((issue) => issue.path[0])).toEqual([name])
})
