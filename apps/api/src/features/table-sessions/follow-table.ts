import { guestCtx, type RequestContext } from '../../http/ctx.ts'
import { sessionStream } from '../../live/cursor.ts'
import { eventResponse } from '../../live/event-response.ts'
import { findSeat } from './find-seat.ts'
import { tokenEndsAtMs } from './token-ends-at-ms.ts'

/**
 * Live events of the guest's own table, as the token says: there is no table id to send and no room to join.
 * Only guests who were let in follow; a waiting guest polls their own seat, so that nothing of the table reaches them.
 */
export async function followTable(c: RequestContext & { req: { raw: Request } }): Promise<Response> {
  const { deps, actor } = guestCtx(c)
  return eventResponse(c, {
    stream: sessionStream(actor.tableSessionId),
    identity: actor.familyId,
    lastEventId: c.req.raw.headers.get('last-event-id'),
    endsAtMs: await tokenEndsAtMs(c, 'customer'),
    signal: c.req.raw.signal,
    async stillAllowed() {
      const seat = await findSeat(deps.gateway.lookup, actor.guestId, actor.familyId)
      return seat?.isLive === true && seat.context.guestState === 'active'
    },
  })
}
