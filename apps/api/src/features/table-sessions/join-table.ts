import { uuidv7 } from '@repo/auth'
import { code, tableSession } from '@repo/config/limits'
import type { Tx } from '@repo/db'
import { guests, tableSessions } from '@repo/db/schema'
import type { GuestContext, JoinTableInput } from '@repo/schemas/contract'
import { eq } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { Ctx } from '../../http/ctx.ts'
import { tableEvent } from '../../live/table-event.ts'
import { startFamily } from '../../security/refresh-family.ts'
import { countGuests } from './count-guests.ts'
import { enterSession } from './enter-session.ts'
import { type FoundTable, findTable } from './find-table.ts'
import { type GuestGrant, grantGuestAccess } from './grant-guest-access.ts'
import { holdSticker } from './hold-sticker.ts'
import type { OpenSession } from './open-session.ts'
import { renewJoinCode } from './renew-join-code.ts'

/**
 * Makes a guest: host of a free table, `active` with the join code, `pending` until the host or staff consents.
 * @throws NOT_FOUND, JOIN_CODE_INVALID, STATE_INVALID when the table is full
 */
export async function joinTable(
  ctx: Ctx,
  path: { branchSlug: string; tableCode: string },
  input: JoinTableInput,
): Promise<GuestGrant> {
  const table = await findTable(ctx.deps, path)
  const { organizationId, branchId, tableId } = table
  const guestId = uuidv7()
  const familyId = uuidv7()
  const author = { actor: `guest:${guestId}`, requestId: ctx.requestId }
  const scope = { kind: 'public', organizationId, branchId, tableId, familyId } as const
  const joined = await ctx.deps.gateway.run(scope, async (tx) => {
    await holdSticker(tx, table)
    const { session, opened, events } = await enterSession(tx, table, ctx.now)
    if (!opened && input.joinCode !== undefined && input.joinCode !== session.joinCode) {
      if (await countMiss(tx, session)) await tx.append(tableEvent(session.id, 'join_code.rotated'), author)
      return undefined
    }
    const state = opened || input.joinCode !== undefined ? 'active' : 'pending'
    const context = await seatGuest(tx, table, { session, guestId, name: input.name, state, now: ctx.now })
    const grant = await startFamily(tx, ctx.deps, { familyId, kind: 'customer', guestId })
    await tx.append([...events, ...tableEvent(session.id, 'guest.joined', { guestId, state })], author)
    return { context, grant }
  })
  // Thrown after the commit: a miss counts although the request fails.
  if (!joined) throw new ApiError('JOIN_CODE_INVALID')
  return grantGuestAccess(ctx.deps, joined.grant, joined.context)
}

/** Counts a wrong join code; the last one allowed replaces the code. Returns whether it did. */
async function countMiss(tx: Tx, { id, joinMisses }: OpenSession): Promise<boolean> {
  if (joinMisses + 1 >= code.joinMisses) {
    await renewJoinCode(tx, id)
    return true
  }
  await tx.db
    .update(tableSessions)
    .set({ joinMisses: joinMisses + 1 })
    .where(eq(tableSessions.id, id))
  return false
}

/** The column's maximum; only an attack makes that many. */
const maxColour = 32_767

type Newcomer = {
  session: OpenSession
  guestId: string
  name: string
  state: 'pending' | 'active'
  now: Date
}

async function seatGuest(
  tx: Tx,
  { organizationId, branchId, branchSlug, branchName, tableCode, tableLabel }: FoundTable,
  { session, guestId, name, state, now }: Newcomer,
): Promise<GuestContext> {
  const count = await countGuests(tx, session.id)
  // Each state has its own limit, so that a waiting crowd cannot keep out a friend who knows the code.
  if (count[state] >= tableSession.maxGuests)
    throw new ApiError('STATE_INVALID', { detail: 'The table is full' })
  const isHost = state === 'active' && count.hosts === 0
  const joinedAt = now.toISOString()
  await tx.db.insert(guests).values({
    id: guestId,
    organizationId,
    branchId,
    sessionId: session.id,
    name,
    state,
    isHost,
    colour: Math.min(count.all, maxColour),
    joinedAt,
    stateChangedAt: joinedAt,
  })
  const seat = { sessionId: session.id, guestId, customerName: name, guestState: state, isHost }
  return { ...seat, branchSlug, branchName, tableCode, tableLabel }
}
