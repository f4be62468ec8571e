import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

test('in production there is no outbox page', async () => {
  expect(await t.call('GET', '/api/dev/outbox')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
})

test('in development it shows messages as text, with their links, and runs no script', async () => {
  await t.deps.senders.email?.send({
    to: 'rosa@example.test',
    subject: '<script>alert(1)</script>',
    text: 'Open https://x.test/a#token',
  })
  const page = await createApp({ ...t.deps, mode: 'development' }).request('/api/dev/outbox')
  const html = await page.text()
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(html).not.toContain('<script>')
  expect(html).toContain('<a href="https://x.test/a#token">')
})
