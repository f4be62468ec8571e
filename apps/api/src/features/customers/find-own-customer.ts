import { customerGuests } from '@repo/db/schema'
import { and, eq, isNull } from 'drizzle-orm'
import type { GuestCtx } from '../../http/ctx.ts'

/** The customer that the guest's seat is linked to and signed in as. */
export async function findOwnCustomer({ actor, tx }: GuestCtx): Promise<string | undefined> {
  const isOwn = and(eq(customerGuests.guestId, actor.guestId), isNull(customerGuests.signedOutAt))
  const [link] = await tx(({ db }) =>
    db.select({ customerId: customerGuests.customerId }).from(customerGuests).where(isOwn),
  )
  return link?.customerId
}
