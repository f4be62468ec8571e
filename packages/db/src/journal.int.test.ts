import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { JournalEntry, Scope } from './gateway.ts'
import { hostOf, seatParty, type TestParty } from './test-party.ts'
import { createTestWorld, type Place, staffOf, type TestWorld } from './test-world.ts'

const denied = { code: '42501' }
const author = { actor: 'staff:1', requestId: 'request-1' }

let world: TestWorld
let party: TestParty
beforeAll(async () => {
  world = await createTestWorld()
  party = await seatParty(world.admin, world.casaPerejil, '1')
})
afterAll(() => world.close())

const append = (scope: Scope, ...entries: JournalEntry[]) =>
  world.gateway.run(scope, (tx) => tx.append(entries, author))
const branchEntry = (n: number): JournalEntry => ({
  audience: 'branch',
  kind: 'dish.changed',
  payload: { n },
})
const branchStream = (place: Place) => `branch:${place.branchId}`

type StoredEntry = { seq: number; epoch: number; hash: Buffer; content: string }
/** Entries in order, with the text that a hash covers besides the hash before it. */
const readStream = async (stream: string) => [
  ...(await world.admin<StoredEntry[]>`
    select seq, epoch, hash,
      jsonb_build_array(stream, epoch, seq, kind, payload, actor, request_id, (extract(epoch from at) * 1000000)::bigint)::text as content
    from journal_entries where stream = ${stream} order by seq`),
]

it('twenty transactions at once number their entries without a gap, in one epoch', async () => {
  const place = world.casaPerejil
  await Promise.all(Array.from({ length: 20 }, (_, n) => append(staffOf(place), branchEntry(n))))
  const entries = await readStream(branchStream(place))
  expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
  expect(new Set(entries.map(({ epoch }) => epoch)).size).toBe(1)
})

it('a transaction that fails after appending leaves no gap and wakes nobody', async () => {
  const place = world.perejilMar
  const woken: number[] = []
  world.gateway.onAppended((heads) => woken.push(...heads.map(({ seq }) => seq)))
  await append(staffOf(place), branchEntry(1))
  const failing = world.gateway.run(staffOf(place), async (tx) => {
    await tx.append([branchEntry(2)], author)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  await append(staffOf(place), branchEntry(3))
  expect((await readStream(branchStream(place))).map(({ seq }) => seq)).toEqual([1, 2])
  expect(woken).toEqual([1, 2])
})

it('each entry’s hash covers its content and the hash before it', async () => {
  const place = world.anchorLane
  await append(staffOf(place), branchEntry(1), branchEntry(2))
  await append(staffOf(place), branchEntry(3))
  const entries = await readStream(branchStream(place))
  expect(entries).toHaveLength(3)
  let previous = Buffer.alloc(0)
  for (const { hash, content } of entries) {
    const expected = createHash('sha256').update(previous).update(content).digest()
    expect(hash).toEqual(expected)
    previous = expected
  }
})

it('an event reaches each audience’s own stream', async () => {
  const sessionId = party.tableSessionId
  await append(
    hostOf(party),
    { audience: 'session', sessionId, kind: 'order.placed' },
    { audience: 'organization', kind: 'order.placed' },
  )
  expect(await readStream(`session:${sessionId}`)).toHaveLength(1)
  expect(await readStream(`organization:${party.organizationId}`)).toHaveLength(1)
})

it('a reader of one stream sees that stream alone', async () => {
  const stream = branchStream(world.casaPerejil)
  const seen = await world.gateway.run(
    { kind: 'relay', stream },
    ({ sql }) => sql`select distinct stream from journal_entries`,
  )
  expect([...seen]).toEqual([{ stream }])
})

it.each<[string, (w: TestWorld) => Place]>([
  ['another branch', (w) => w.perejilMar],
  ['another organization', (w) => w.anchorLane],
])('staff of %s cannot append to a table’s stream', async (_name, elsewhere) => {
  const appending = append(staffOf(elsewhere(world)), {
    audience: 'session',
    sessionId: party.tableSessionId,
    kind: 'order.placed',
  })
  await expect(appending).rejects.toMatchObject(denied)
})

it('nothing is appended without a tenant', async () => {
  const appending = append({ kind: 'token', familyId: party.guestId }, branchEntry(1))
  await expect(appending).rejects.toMatchObject(denied)
})

it.each([
  `insert into journal_entries select * from journal_entries`,
  `insert into journal_streams (stream) values ('branch:x')`,
  `update journal_entries set kind = 'x'`,
  `update journal_streams set seq = 0`,
  `delete from journal_entries`,
  `delete from journal_streams`,
  `truncate journal_entries`,
])('the application may not run: %s', async (statement) => {
  const running = world.gateway.run(staffOf(world.casaPerejil), ({ sql }) => sql.unsafe(statement))
  await expect(running).rejects.toMatchObject(denied)
})
