import { reportFigure } from '@repo/stack/report-figure'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tableEvent } from '../../live/table-event.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import {
  createTwoOrganizations,
  type Identity,
  type Party,
  type TwoOrganizations,
} from '../../testing/two-organizations.ts'
import { listen, serveOnSocket } from './testing/listen.ts'

const rounds = 100
/** Events of each table that is not the reader's own, in every round. */
const eventsPerRound = 10
const last = 'join_code.rotated'

let t: TestApp
let world: TwoOrganizations
let server: Awaited<ReturnType<typeof serveOnSocket>>
beforeAll(async () => {
  t = await createTestApp()
  world = await createTwoOrganizations(t)
  server = await serveOnSocket(t)
})
afterAll(async () => {
  await t.close()
  server.close()
})

const mayFollow = ({ fault, kind }: Identity) => fault === undefined && kind !== 'pending-guest'
const streamOf = ({ audience, home }: Identity) =>
  audience === 'customer' ? `session:${home.sessionId}` : `branch:${home.branchId}`

/** Announces an event to a table and its branch; the payload names the table. */
const happen = (party: Party, kind: 'order.placed' | typeof last, count = 1) =>
  t.deps.gateway.run(
    { kind: 'staff', organizationId: party.organizationId, branchId: party.branchId, userId: party.branchId },
    (tx) =>
      tx.append(
        Array.from({ length: count }, () => tableEvent(party.sessionId, kind, { at: party.name })).flat(),
        { actor: 'test', requestId: 'r' },
      ),
  )

/** Reads a stream from its start to the last event, by a cursor that names it: another's would be refused. */
async function follow(identity: Identity) {
  const path = identity.audience === 'customer' ? 'customer' : `branches/${identity.home.branchId}`
  const stream = await listen(
    `${server.origin}/api/${path}/events`,
    identity.token ?? '',
    `${streamOf(identity)}.0.0`,
  )
  expect(stream.response.status, identity.name).toBe(200)
  const tables = new Set(
    world.parties.filter(({ branchId }) => branchId === identity.home.branchId).map(({ name }) => name),
  )
  if (identity.audience === 'customer')
    for (const name of tables) if (name !== identity.home.name) tables.delete(name)
  let own = 0
  const foreign: string[] = []
  for (let ended = 0; ended < tables.size; ) {
    const message = await stream.next()
    if (message === null) throw new Error(`the stream of ${identity.name} ended`)
    const { at } = message.data
    const isOwn =
      message.id.startsWith(`${streamOf(identity)}.`) && (at === undefined || tables.has(String(at)))
    if (isOwn) own += 1
    else foreign.push(`${identity.name} got ${message.id} ${message.event}`)
    if (message.event === last) ended += 1
  }
  stream.close()
  return { own, foreign, expected: tables.size * (rounds * eventsPerRound + 1) }
}

test('nobody hears of another table, branch or restaurant, however much happens there', async ({ task }) => {
  const identities = world.identities.filter(mayFollow)
  expect(identities.length).toBeGreaterThan(10)
  const reading = Promise.all(identities.map(follow))
  for (let round = 0; round < rounds; round += 1)
    await Promise.all(world.parties.map((party) => happen(party, 'order.placed', eventsPerRound)))
  await Promise.all(world.parties.map((party) => happen(party, last)))
  const heard = await reading
  const foreign = heard.flatMap((one) => one.foreign)
  reportFigure(task, 'readers', identities.length)
  reportFigure(
    task,
    'events heard',
    heard.reduce((sum, { own }) => sum + own, 0),
  )
  reportFigure(task, 'foreign', foreign.length)
  expect(foreign).toEqual([])
  for (const { own, expected } of heard) expect(own).toBeGreaterThanOrEqual(expected)
}, 120_000)
