import { type BranchCtx, branchCtx, type RequestContext } from '../../http/ctx.ts'
import { branchStream } from '../../live/cursor.ts'
import { eventResponse } from '../../live/event-response.ts'
import { tokenEndsAtMs } from './token-ends-at-ms.ts'

type Standing = { membershipId: string | null; disabled: boolean; revoked: boolean; mustEnrol: boolean }

/** Live events of one branch for those who work there, and its paired devices, for as long as they do. */
export async function followBranch(c: RequestContext & { req: { raw: Request } }): Promise<Response> {
  const ctx = branchCtx(c)
  const { familyId, branchId } = ctx.actor
  return eventResponse(c, {
    stream: branchStream(branchId),
    identity: familyId,
    lastEventId: c.req.raw.headers.get('last-event-id'),
    endsAtMs: await tokenEndsAtMs(c, ['staff', 'device']),
    signal: c.req.raw.signal,
    stillAllowed: () => stillWorksHere(ctx),
  })
}

async function stillWorksHere({ deps, actor }: BranchCtx): Promise<boolean> {
  const { familyId, branchId } = actor
  if (actor.kind === 'device') {
    const [device] = await deps.gateway.lookup<{ revoked: boolean }[]>`
      select revoked from app.find_device(${actor.deviceId}, ${familyId})`
    return device !== undefined && !device.revoked
  }
  const [standing] = await deps.gateway.lookup<Standing[]>`
    select membership_id as "membershipId", disabled, revoked, must_enrol as "mustEnrol"
    from app.find_staff(${actor.userId}, ${familyId}, ${branchId})`
  if (!standing || standing.membershipId === null) return false
  return !standing.disabled && !standing.revoked && !standing.mustEnrol
}
