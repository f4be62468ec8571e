import type { guests } from '@repo/db/schema'
import type { Guest } from '@repo/schemas/contract'

/** A guest as the table and the staff see them. */
export const toGuest = ({
  id,
  name,
  state,
  isHost,
  colour,
  joinedAt,
}: typeof guests.$inferSelect): Guest => ({
  id,
  name,
  state,
  isHost,
  colour,
  joinedAt,
})
