import { uuidv7 } from '@repo/auth'
import type { Tx } from '@repo/db'
import { customerGuests, guests } from '@repo/db/schema'
import type { Customer } from '@repo/schemas/contract'
import { eq } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { GuestCtx } from '../../http/ctx.ts'
import { toCustomer } from './to-customer.ts'

type Proven = { channel: string; destination: string }

/** Links the guest's seat to the organization's customer with this destination, created on the first visit. */
export async function linkCustomer(
  tx: Tx,
  { actor, author }: GuestCtx,
  { channel, destination }: Proven,
): Promise<Customer> {
  const { organizationId, branchId, guestId } = actor
  const [guest] = await tx.db.select({ name: guests.name }).from(guests).where(eq(guests.id, guestId))
  const name = guest?.name ?? ''
  // Of two first visits at once, one inserts and the other waits for it and finds it.
  await tx.sql`
    insert into customers (id, organization_id, channel, destination, name)
    values (${uuidv7()}, ${organizationId}, ${channel}, ${destination}, ${name}) on conflict do nothing`
  const [found] = await tx.sql<{ customerId: string; name: string }[]>`
    select customer_id as "customerId", name from app.find_customer(${organizationId}, ${destination})`
  if (!found) throw new ApiError('CONFLICT')
  const { customerId } = found
  await tx.db
    .insert(customerGuests)
    .values({ organizationId, branchId, guestId, customerId })
    .onConflictDoUpdate({ target: customerGuests.guestId, set: { customerId, signedOutAt: null } })
  const payload = { customerId, guestId }
  await tx.append([{ audience: 'organization', kind: 'customer.verified', payload }], author)
  return toCustomer({ channel, destination, name: found.name })
}
