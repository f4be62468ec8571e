import { guests } from '@repo/db/schema'
import { inArray, or, type SQL, type SQLWrapper } from 'drizzle-orm'

/**
 * Guests who sit or wait here, and those who left and are among `ordered` (ids of guests). Others are left out, because
 * a guest who comes and goes all evening would otherwise fill every screen.
 */
export const hereOrOrdered = (ordered: SQLWrapper): SQL | undefined =>
  or(inArray(guests.state, ['pending', 'active']), inArray(guests.id, ordered))
