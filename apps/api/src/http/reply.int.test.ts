import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createApp } from '../app.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'
import { endpoint, reply } from './endpoint.ts'

const canary = 'zebra-canary'
let t: TestApp
let written: string[] = []
beforeAll(async () => {
  t = await createTestApp({}, { destination: { write: (line: string) => void written.push(line) } })
  written = []
})
afterAll(() => t.close())

test.each<[string, unknown]>([
  ['another type', { count: canary }],
  ['a missing field', { [canary]: 1 }],
  ['an extra field', { count: 1, [canary]: canary }],
])('a reply with %s is a server error, and none of it is shown', async (_, data) => {
  const app = createApp(t.deps)
  const returns = z.strictObject({ count: z.int() })
  const declaration = { summary: 'Test', guard: 'health:read', limit: 'healthPerAddress', returns } as const
  app.get('/api/wrong', endpoint(declaration) as never, (c) => reply(c as never, data as never))
  const response = await app.request('/api/wrong')
  const text = await response.text()
  expect(response.status).toBe(500)
  expect(Object.keys(JSON.parse(text)).toSorted()).toEqual(['code', 'requestId', 'status', 'title', 'type'])
  expect(text).toContain('INTERNAL')
  expect(text).not.toContain(canary)
  const { requestId } = JSON.parse(text)
  const [line] = written.filter((one) => one.includes(requestId) && one.includes('"stack"'))
  expect(line).toContain('Zod')
})
