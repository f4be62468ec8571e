import { type RequestContext, staffCtx } from '../../http/ctx.ts'
import { branchStream } from '../../live/cursor.ts'
import { eventResponse } from '../../live/event-response.ts'
import { tokenEndsAtMs } from './token-ends-at-ms.ts'

type Standing = { membershipId: string | null; disabled: boolean; revoked: boolean }

/** Live events of one branch for those who work there, for as long as they do. */
export async function followBranch(c: RequestContext & { req: { raw: Request } }): Promise<Response> {
  const { deps, actor } = staffCtx(c)
  const { userId, familyId, branchId } = actor
  return eventResponse(c, {
    stream: branchStream(branchId),
    identity: familyId,
    lastEventId: c.req.raw.headers.get('last-event-id'),
    endsAtMs: await tokenEndsAtMs(c, 'staff'),
    signal: c.req.raw.signal,
    async stillAllowed() {
      const [standing] = await deps.gateway.lookup<Standing[]>`
        select membership_id as "membershipId", disabled, revoked from app.find_staff(${userId}, ${familyId}, ${branchId})`
      return (
        standing !== undefined && standing.membershipId !== null && !standing.disabled && !standing.revoked
      )
    },
  })
}
