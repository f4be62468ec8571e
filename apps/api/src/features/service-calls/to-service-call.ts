import type { serviceCalls } from '@repo/db/schema'
import type { ServiceCall } from '@repo/schemas/contract'
import type { z } from 'zod'

/** A call as the table and the staff see it. */
export const toServiceCall = ({
  id,
  kind,
  state,
  calledAt,
}: typeof serviceCalls.$inferSelect): z.infer<typeof ServiceCall> => ({
  id,
  kind,
  state,
  calledAt,
})
