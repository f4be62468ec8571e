import type { Gateway, Tx } from '@repo/db'
import type { GuestContext } from '@repo/schemas/contract'

export type Seat = {
  context: GuestContext
  /** Whether the guest's token still opens anything: not revoked, session open, waiting or let in. */
  isLive: boolean
}

type SeatRow = GuestContext & { sessionState: string; revoked: boolean }

/** A guest's seat as it is now; undefined when the family is not that guest's. */
export async function findSeat(
  sql: Gateway['lookup'] | Tx['sql'],
  guestId: string,
  familyId: string,
): Promise<Seat | undefined> {
  const [row] = await (sql as Gateway['lookup'])<SeatRow[]>`
    select session_id as "sessionId", ${guestId}::uuid as "guestId", guest_name as "customerName", guest_state as "guestState",
      is_host as "isHost", branch_slug as "branchSlug", branch_name as "branchName", table_code as "tableCode",
      table_label as "tableLabel", session_state as "sessionState", revoked
    from app.find_guest(${guestId}, ${familyId})`
  if (!row) return undefined
  const { sessionState, revoked, ...context } = row
  const isLive = !revoked && sessionState === 'open' && ['active', 'pending'].includes(context.guestState)
  return { context, isLive }
}
