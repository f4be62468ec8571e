import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../testing/test-app.ts'
import { branchStream } from './cursor.ts'
import { createEventHub, type Subscriber } from './event-hub.ts'
import { eventResponse } from './event-response.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

const author = { actor: 'anyone', requestId: 'request-1' }

/** A branch's stream, and how something happens in it. */
async function aBranch() {
  const { organizationId, branchId } = await t.createTenant()
  const { userId } = await t.signInAs(await t.createTenant(), 'owner')
  const happen = (kind: string) =>
    t.deps.gateway.run({ kind: 'staff', organizationId, branchId, userId }, (tx) =>
      tx.append([{ audience: 'branch', kind }], author),
    )
  return { stream: branchStream(branchId), happen }
}

/** A hub of another process, whose database answers only while `works` says so. */
function aHub() {
  const database = { works: true }
  const lookup = new Proxy(t.deps.gateway.lookup, {
    apply: (target, self, args) =>
      database.works ? Reflect.apply(target, self, args) : Promise.reject(new Error('no connection')),
  })
  const hub = createEventHub({ ...t.deps.gateway, lookup }, pino({ level: 'silent' }))
  t.deps.gateway.onAppended((heads) => hub.wake(heads))
  return { hub, database }
}

/** A follower that writes down what it is told. */
function aFollower(): Subscriber & { told: string[] } {
  const told: string[] = []
  return {
    told,
    onEntry: ({ kind }) => void told.push(kind),
    onResync: () => void told.push('resync'),
    onFailed: () => void told.push('failed'),
  }
}

test('a stream that could not be opened is opened anew for who comes next, and stays open when the first one goes', async () => {
  const { stream, happen } = await aBranch()
  const { hub, database } = aHub()
  const [first, second] = [aFollower(), aFollower()]
  database.works = false
  const opened = hub.subscribe(stream, null, first)
  await expect.poll(() => first.told).toEqual(['failed'])
  database.works = true
  hub.subscribe(stream, { epoch: 0, seq: 0 }, second)
  opened.close()
  await happen('table.opened')
  await expect.poll(() => second.told).toEqual(['table.opened'])
  expect(first.told).toEqual(['failed'])
  hub.close()
})

test('a reader of whom it cannot be found out whether they may listen is sent away, and comes back', async () => {
  const { stream, happen } = await aBranch()
  const response = eventResponse(
    { var: { deps: t.deps, requestId: 'request-1', corsHeaders: undefined, limit: undefined } },
    {
      stream,
      identity: 'a sign-in',
      lastEventId: `${stream}.0.0`,
      endsAtMs: Date.now() + 60_000,
      stillAllowed: () => Promise.reject(new Error('no connection')),
      signal: new AbortController().signal,
    },
  )
  const text = response.text()
  await happen('staff.changed')
  expect(await text).toContain('event: staff.changed')
  expect([...t.deps.openStreams.identities()]).toEqual([])
}, 10_000)
