import { uuidv7 } from '@repo/auth'
import type { Tx } from '@repo/db'
import { guests, serviceCalls, tableSessions } from '@repo/db/schema'
import type { MakeServiceCallInput, ServiceCall } from '@repo/schemas/contract'
import { and, eq, ne } from 'drizzle-orm'
import type { z } from 'zod'
import { ApiError } from '../../http/api-error.ts'
import type { GuestCtx } from '../../http/ctx.ts'
import { tableEvent } from '../../live/table-event.ts'
import { requireSeated } from '../../security/require-seated.ts'
import { toServiceCall } from './to-service-call.ts'

/** Calls a waiter or asks for the bill. While such a call is live, a repeat returns it. @throws SESSION_CLOSED, TOKEN_REVOKED */
export function makeServiceCall(
  ctx: GuestCtx,
  { kind }: MakeServiceCallInput,
): Promise<z.infer<typeof ServiceCall>> {
  const { organizationId, branchId, tableSessionId: sessionId, guestId } = ctx.actor
  return ctx.tx(async (tx) => {
    await holdSeat(tx, sessionId, guestId)
    const [made] = await tx.db
      .insert(serviceCalls)
      .values({
        id: uuidv7(),
        organizationId,
        branchId,
        sessionId,
        guestId,
        kind,
        calledAt: ctx.now.toISOString(),
        stateChangedAt: ctx.now.toISOString(),
      })
      .onConflictDoNothing()
      .returning()
    if (!made) return toServiceCall(await findLiveCall(tx, sessionId, kind))
    await tx.append(tableEvent(sessionId, 'service_call.made', { callId: made.id, kind }), ctx.author)
    return toServiceCall(made)
  })
}

/** Share lock: the session cannot be closed, nor the guest evicted, while a call is being made. */
async function holdSeat({ db }: Tx, sessionId: string, guestId: string): Promise<void> {
  const [[session], [guest]] = await Promise.all([
    db
      .select({ state: tableSessions.state })
      .from(tableSessions)
      .where(eq(tableSessions.id, sessionId))
      .for('share'),
    db.select({ state: guests.state }).from(guests).where(eq(guests.id, guestId)),
  ])
  if (session?.state !== 'open') throw new ApiError('SESSION_CLOSED')
  requireSeated(guest?.state)
}

async function findLiveCall({ db }: Tx, sessionId: string, kind: MakeServiceCallInput['kind']) {
  const [live] = await db
    .select()
    .from(serviceCalls)
    .where(
      and(eq(serviceCalls.sessionId, sessionId), eq(serviceCalls.kind, kind), ne(serviceCalls.state, 'done')),
    )
  // It was done between the two statements: the guest may call again.
  if (!live) throw new ApiError('CONFLICT')
  return live
}
