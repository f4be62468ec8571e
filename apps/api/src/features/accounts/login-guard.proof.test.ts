import { performance } from 'node:perf_hooks'
import { connect } from '@repo/db'
import { reportFigure } from '@repo/stack/report-figure'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'

const accounts = 200
const warmUps = 20

let t: TestApp
beforeAll(async () => {
  t = await createTestApp({ TRUSTED_PROXIES: '127.0.0.1' })
})
afterAll(() => t.close())

/** Sends a wrong password from an address of its own, so that no limit answers. */
async function guess(email: string, sent: number) {
  const startedAtMs = performance.now()
  const response = await t.app.request(
    '/api/auth/login',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: 'Wrong-horse-42-battery' }),
    },
    {
      incoming: {
        headers: { 'x-forwarded-for': `10.1.${sent >> 7}.${sent & 127}` },
        socket: { remoteAddress: '127.0.0.1' },
      },
    },
  )
  const text = await response.text()
  const tookMs = performance.now() - startedAtMs
  const { requestId, ...said } = JSON.parse(text) as Record<string, unknown>
  const headers = [...response.headers.keys()].sort()
  return { tookMs, answer: JSON.stringify([response.status, said, headers]) }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

test(`a wrong password for ${accounts} known and ${accounts} unknown addresses gets the same answer after the same time`, async ({
  task,
}) => {
  await addAccounts()
  const times = { known: [] as number[], unknown: [] as number[] }
  const answers = new Set<string>()
  let sent = 0
  for (let n = -warmUps; n < accounts; n++) {
    // Alternates which kind goes first.
    const order = n % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)
    for (const which of order) {
      sent += 1
      const { tookMs, answer } = await guess(`${which}-${Math.abs(n)}@example.test`, sent)
      answers.add(answer)
      if (n >= 0) times[which].push(tookMs)
    }
  }
  const [known, unknown] = [median(times.known), median(times.unknown)]
  const differencePercent = (Math.abs(known - unknown) / unknown) * 100
  reportFigure(task, 'known ms', known.toFixed(2))
  reportFigure(task, 'unknown ms', unknown.toFixed(2))
  reportFigure(task, 'difference %', differencePercent.toFixed(2))
  reportFigure(task, 'answers', answers.size)
  expect([...answers]).toEqual([expect.stringContaining('CREDENTIALS_INVALID')])
  expect(differencePercent).toBeLessThan(10)
}, 240_000)

/** Owners: what is done for them alone is done for the least of them as well. */
async function addAccounts(): Promise<void> {
  const { userId } = await t.signInAs(await t.createTenant(), 'owner')
  const admin = connect({ url: t.testDatabase.adminUrl, poolMax: 1 })
  await admin`
    insert into users (id, email, name, password_hash)
    select gen_random_uuid(), 'known-' || n || '@example.test', 'Known', password_hash
    from users, generate_series(0, ${accounts}) n where users.id = ${userId}`
  await admin`
    insert into memberships (id, organization_id, user_id, role)
    select gen_random_uuid(), own.organization_id, known.id, 'owner'
    from memberships own, users known where own.user_id = ${userId} and known.name = 'Known'`
  await admin.end()
}
