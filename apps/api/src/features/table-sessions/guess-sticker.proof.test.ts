import { randomCode } from '@repo/auth'
import { rateLimit } from '@repo/config/limits'
import { reportFigure } from '@repo/stack/report-figure'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMemoryRateLimiter } from '../../testing/create-memory-rate-limiter.ts'
import type { Tenant } from '../../testing/create-tenant.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'

const guesses = 100_000
const together = 50

let t: TestApp
let tenant: Tenant
beforeAll(async () => {
  t = await createTestApp()
  tenant = await t.createTenant()
})
afterAll(() => t.close())

test('guessing sticker codes finds none, and stops at the limit per minute', async ({ task }) => {
  // All of them within the same minute, however slow the machine is.
  const nowMs = Date.now()
  t.deps.limiter = createMemoryRateLimiter(() => nowMs)
  const counts = new Map<number, number>()
  let sent = 0
  const guess = async () => {
    while (sent < guesses) {
      sent += 1
      if (sent % 20_000 === 0) process.stdout.write(`  ${sent} guesses\n`)
      const path = `/api/customer/${tenant.slug}/${randomCode(12)}${sent % 2 === 0 ? '/check-session' : ''}`
      const { status } = await t.app.request(path)
      counts.set(status, (counts.get(status) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: together }, guess))
  const tested = counts.get(404) ?? 0
  reportFigure(task, 'guesses', guesses)
  reportFigure(task, 'tested', tested)
  reportFigure(task, 'hits', counts.get(200) ?? 0)
  expect(Object.fromEntries(counts)).toEqual({
    404: rateLimit.tableReadPerAddress.max,
    429: guesses - tested,
  })
}, 300_000)
