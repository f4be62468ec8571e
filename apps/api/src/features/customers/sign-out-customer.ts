import { customerGuests } from '@repo/db/schema'
import { eq } from 'drizzle-orm'
import type { GuestCtx } from '../../http/ctx.ts'

/** This seat no longer shows the history; the visit stays part of it. */
export async function signOutCustomer({ actor, now, tx }: GuestCtx): Promise<void> {
  await tx(({ db }) =>
    db
      .update(customerGuests)
      .set({ signedOutAt: now.toISOString() })
      .where(eq(customerGuests.guestId, actor.guestId)),
  )
}
