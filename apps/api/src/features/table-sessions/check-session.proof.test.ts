import { performance } from 'node:perf_hooks'
import { reportFigure } from '@repo/stack/report-figure'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import { withoutLimits } from '../../testing/without-limits.ts'

const looks = 1_000
const warmUps = 100

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

test('checking a taken table takes as long as checking a free one', async ({ task }) => {
  const { slug, tables } = await t.createTenant()
  const pathOf = (at: number) => `/api/customer/${slug}/${tables[at]?.code}`
  withoutLimits(t)
  expect((await t.call('POST', `${pathOf(0)}/sessions`, { json: { name: 'Ana' } })).status).toBe(201)
  const times = { taken: [] as number[], free: [] as number[] }
  for (let n = -warmUps; n < looks; n += 1) {
    // Alternates which kind goes first.
    for (const which of n % 2 === 0 ? (['taken', 'free'] as const) : (['free', 'taken'] as const)) {
      const startedAtMs = performance.now()
      const response = await t.app.request(`${pathOf(which === 'taken' ? 0 : 1)}/check-session`)
      const { hasSession } = (await response.json()) as { hasSession: boolean }
      expect(hasSession).toBe(which === 'taken')
      if (n >= 0) times[which].push(performance.now() - startedAtMs)
    }
  }
  const [taken, free] = [median(times.taken), median(times.free)]
  const differencePercent = (Math.abs(taken - free) / free) * 100
  reportFigure(task, 'taken ms', taken.toFixed(2))
  reportFigure(task, 'free ms', free.toFixed(2))
  reportFigure(task, 'difference %', differencePercent.toFixed(2))
  expect(differencePercent).toBeLessThan(15)
}, 60_000)
