import { reportFigure } from '@repo/stack/report-figure'
import { residentBytes } from '@repo/stack/resident-bytes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cleanUp } from '../background/clean-up.ts'
import { type Crowd, createCrowd } from '../testing/bad-input/crowd.ts'
import { createExchange, type Exchange } from '../testing/bad-input/exchange.ts'
import { judge } from '../testing/bad-input/judge.ts'
import { type Mutation, mutationsOf, pathOf, wrongVerbs } from '../testing/bad-input/mutations.ts'
import { methodsAt, type Operation, readOperations } from '../testing/bad-input/operations.ts'
import { unknownAddresses } from '../testing/bad-input/unknown-addresses.ts'
import {
  type DatabaseState,
  recordsOfRefusals,
  takeState,
  writtenByTheClock,
} from '../testing/database-state.ts'
import { createObjectFinder } from '../testing/find-objects.ts'
import { type ApiProcess, startProcess } from '../testing/start-process.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'
import { createTwoOrganizations, type TwoOrganizations } from '../testing/two-organizations.ts'

const minRequests = 10_000
const minPerOperation = 150
const maxGrownMb = 100
const together = 16
/** A body that overloads a parser or a regular expression would take longer. */
const maxReplyMs = 2_000

const notJudged = recordsOfRefusals.union(writtenByTheClock)
let t: TestApp
let world: TwoOrganizations
let state: DatabaseState
let crowd: Crowd
let api: ApiProcess
let client: ReturnType<typeof createExchange>

beforeAll(async () => {
  t = await createTestApp({ SIGNUP: 'closed' })
  world = await createTwoOrganizations(t)
  crowd = await createCrowd(t, world.admin, world.own)
  // Otherwise the process would do so at its start.
  await cleanUp(world.admin).run()
  state = await takeState(world.admin)
  api = await startProcess(t, { TRUSTED_PROXIES: '127.0.0.1' })
  client = createExchange(api.port)
})
afterAll(async () => {
  client.close()
  api.child.kill('SIGKILL')
  await t.close()
})

test('no bad request causes a server error, changes anything, or is echoed to its sender', async ({
  task,
}) => {
  const faults: string[] = []
  const tally = { requests: 0, serverErrors: 0, slowestMs: 0, refused: 0 }
  let fewest = Number.POSITIVE_INFINITY
  let sent = 0

  const send = async (
    mutation: Mutation,
    { audience }: Pick<Operation, 'audience'>,
    allowed: readonly string[] = [],
  ) => {
    sent += 1
    const token =
      audience === 'staff'
        ? crowd.staff[sent % crowd.staff.length]
        : audience === 'customer'
          ? crowd.guests[sent % crowd.guests.length]
          : undefined
    const headers = {
      'x-forwarded-for': `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}`,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...mutation.headers,
    }
    const answer = await client.exchange({ ...mutation, headers })
    note(mutation, answer, judge({ ...mutation, headers }, answer, allowed))
    return answer
  }

  /** Prints the first ones at once; the others wait for the end. */
  function report(fault: string): void {
    if (faults.push(fault) <= 10) process.stdout.write(`  ${fault}\n`)
  }

  function note(
    { method, path, what }: Mutation,
    { status, text, ms }: Exchange,
    fault: string | undefined,
  ): void {
    tally.requests += 1
    tally.slowestMs = Math.max(tally.slowestMs, ms)
    if (status >= 500 && fault) tally.serverErrors += 1
    if (status >= 400) tally.refused += 1
    if (fault) report(`${method} ${path.slice(0, 120)} (${what}) → ${status} ${text.slice(0, 120)}: ${fault}`)
    if (tally.requests % 1_000 === 0)
      process.stdout.write(`  ${tally.requests} requests, ${faults.length} faults\n`)
  }

  /** Refused calls leave the number of rows of every table as it was. */
  async function expectSameRows(what: string): Promise<void> {
    const now = await state.countRows(notJudged)
    const changed = Object.keys(now).filter((table) => now[table] !== rows[table])
    if (changed.length > 0) {
      report(`${what}: rows of ${changed.join(', ')} changed`)
      await state.restore()
    }
  }

  const document = await fetch(`${api.url}/api/openapi.json`)
  const operations = readOperations((await document.json()) as never)
  const find = await createObjectFinder(world.admin)
  const ids = new Map<string, string>()
  for (const name of new Set(JSON.stringify(operations).match(/\b\w+Id\b|branchSlug|tableCode/g))) {
    const object = await find(name, world.own)
    if (object) ids.set(name, object.id)
  }
  const fill = (name: string) => ids.get(name)
  const rows = await state.countRows(notJudged)

  for (const operation of operations.slice(0, 3))
    await inTurns([...mutationsOf(operation, fill)], (m) => send(m, operation))
  await state.restore()
  const before = await residentBytes(api.child.pid ?? 0)

  for (const operation of operations) {
    const all = [...mutationsOf(operation, fill)]
    fewest = Math.min(fewest, all.length)
    const reads = operation.method === 'GET'
    const certain = all.filter(({ must }) => reads || must !== 'anything')
    await inTurns(certain, (mutation) => send(mutation, operation))
    await expectSameRows(`${operation.method} ${operation.template}`)
    for (const mutation of all.filter((one) => !certain.includes(one))) {
      const { status } = await send(mutation, operation)
      if (status < 400) await state.restore()
      else await expectSameRows(`${operation.method} ${operation.template} (${mutation.what})`)
    }
  }
  for (const path of new Set(operations.map((operation) => pathOf(operation, fill)))) {
    const has = methodsAt(path, operations)
    await inTurns([...wrongVerbs(path, has)], (mutation) => send(mutation, { audience: 'anyone' }, has))
  }
  await inTurns([...unknownAddresses()], (mutation) => send(mutation, { audience: 'anyone' }))
  await expectSameRows('wrong methods and unknown addresses')

  reportFigure(task, 'requests', tally.requests)
  reportFigure(task, 'of each operation', fewest)
  reportFigure(task, 'refused', tally.refused)
  reportFigure(task, 'faults', faults.length)
  reportFigure(task, 'ms at most', Math.round(tally.slowestMs))
  expect(faults.slice(0, 40)).toEqual([])
  expect(tally.requests).toBeGreaterThanOrEqual(minRequests)
  expect(fewest).toBeGreaterThanOrEqual(minPerOperation)
  expect(tally.slowestMs).toBeLessThan(maxReplyMs)
  // What is kept counts, not what the next garbage collection takes away.
  const growth = async () => {
    const grownMb = ((await residentBytes(api.child.pid ?? 0)) - before) / 1_048_576
    reportFigure(task, 'MB grown', Math.round(grownMb))
    return grownMb
  }
  await expect.poll(growth, { timeout: 30_000, interval: 1_000 }).toBeLessThan(maxGrownMb)
}, 600_000)

/** Runs the work for each, so many at a time. */
async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: together }, async () => {
      for (const item of queue) await work(item)
    }),
  )
}
