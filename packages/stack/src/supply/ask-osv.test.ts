import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { freePort } from '../servers/free-port.ts'
import { askOsv } from './ask-osv.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

type Query = { package: { purl: string }; page_token?: string }
type Answers = {
  page?: (query: Query) => object
  advisories?: Record<string, object>
  status?: number
  /** How many questions are answered. */
  answers?: number
}

/** Answers as OSV does, from what a test planted. */
async function startOsv({ page = () => ({}), advisories = {}, status = 200, answers }: Answers) {
  const batches: Query[][] = []
  const server = createServer(async (incoming, outgoing) => {
    let text = ''
    for await (const chunk of incoming) text += chunk
    outgoing.statusCode = status
    if (incoming.url !== '/v1/querybatch')
      return outgoing.end(JSON.stringify(advisories[incoming.url?.split('/').at(-1) ?? '']))
    const { queries } = JSON.parse(text) as { queries: Query[] }
    batches.push(queries)
    outgoing.end(JSON.stringify({ results: queries.slice(0, answers).map(page) }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { batches, audit: (...purls: string[]) => askOsv(purls, { url, timeoutMs: 500 }) }
}

const left = 'pkg:npm/left-pad@1.0.0'
const right = 'pkg:npm/right-pad@2.0.0'
const onRight = ({ package: { purl } }: Query) => (purl === right ? { vulns: [{ id: 'GHSA-1' }] } : {})
const rated = (severity: string) => ({ 'GHSA-1': { id: 'GHSA-1', database_specific: { severity } } })

test('packages without an advisory are clean', async () => {
  const { audit } = await startOsv({})
  expect(await audit(left, right)).toMatchObject({ word: 'clean', status: 0 })
})

test.each(['HIGH', 'CRITICAL', ''])('an advisory of severity %j is a vulnerability', async (severity) => {
  const { audit } = await startOsv({ page: onRight, advisories: rated(severity) })
  expect(await audit(left, right)).toEqual({ word: 'vulnerable', status: 1, detail: 'GHSA-1' })
})

test('a malicious package is a vulnerability, although its advisory has no severity', async () => {
  const page = () => ({ vulns: [{ id: 'MAL-1' }] })
  const { audit } = await startOsv({ page, advisories: { 'MAL-1': { id: 'MAL-1' } } })
  expect(await audit(left)).toMatchObject({ word: 'vulnerable', detail: 'MAL-1' })
})

test.each([
  ['a moderate one', rated('MODERATE')],
  ['a low one', rated('LOW')],
  ['one that was withdrawn', { 'GHSA-1': { id: 'GHSA-1', withdrawn: '2026-01-01T00:00:00Z' } }],
])('%s is not a vulnerability', async (_, advisories) => {
  const { audit } = await startOsv({ page: onRight, advisories })
  expect(await audit(left, right)).toMatchObject({ word: 'clean', status: 0 })
})

test('what stands on a second page is found', async () => {
  const page = (query: Query) =>
    query.page_token ? { vulns: [{ id: 'GHSA-1' }] } : { vulns: [], next_page_token: 'more' }
  const { audit } = await startOsv({ page, advisories: rated('HIGH') })
  expect(await audit(right)).toMatchObject({ word: 'vulnerable', detail: 'GHSA-1' })
})

test('each of more than a thousand packages is asked about, a thousand at a time', async () => {
  const { audit, batches } = await startOsv({})
  const purls = Array.from({ length: 1_500 }, (_, n) => `pkg:npm/p${n}@1.0.0`)
  expect((await audit(...purls)).word).toBe('clean')
  expect(batches.map(({ length }) => length)).toEqual([1_000, 500])
  expect(batches.flat().map(({ package: { purl } }) => purl)).toEqual(purls)
})

test.each<[string, Answers, string]>([
  ['an error', { status: 503 }, 'it answered 503'],
  ['an advisory that cannot be read', { page: onRight }, 'JSON'],
  ['fewer answers than questions', { answers: 1 }, 'another number'],
])('%s is neither clean nor vulnerable: status 3', async (_, answers, detail) => {
  const { audit } = await startOsv(answers)
  const verdict = await audit(left, right)
  expect(verdict).toMatchObject({ word: 'unreachable', status: 3 })
  expect(verdict.detail).toContain(detail)
})

test('nothing to ask about, no service and silence do not pass', async () => {
  const { audit } = await startOsv({})
  expect(await audit()).toMatchObject({ status: 3 })
  const closed = await askOsv([left], { url: `http://127.0.0.1:${await freePort()}`, timeoutMs: 500 })
  expect(closed).toEqual({ word: 'unreachable', status: 3, detail: 'ECONNREFUSED' })
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  ends.push(
    () => silent.closeAllConnections(),
    () => silent.close(),
  )
  const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
  expect(await askOsv([left], { url, timeoutMs: 200 })).toMatchObject({ word: 'unreachable', status: 3 })
})
