import { ApiError } from '../../http/api-error.ts'
import type { Ctx, UserActor } from '../../http/ctx.ts'
import { recordSecurityEvent } from '../../security/record-security-event.ts'
import { endSignIns } from './end-sign-ins.ts'

type Which = { familyId: string } | 'others'

/** Ends one sign-in of the caller, or all but the one that asks. @throws NOT_FOUND for another's or an ended one */
export async function endSignIn({ deps, actor, author }: Ctx<UserActor>, which: Which): Promise<void> {
  const { userId } = actor
  const chosen = which === 'others' ? { except: actor.familyId } : { only: [which.familyId] }
  const ended = await deps.gateway.run({ kind: 'user', userId }, (tx) =>
    endSignIns(tx, deps, { userId, reason: 'ended', ...chosen }),
  )
  if (which !== 'others' && ended.length === 0) throw new ApiError('NOT_FOUND')
  deps.openStreams.endOf(ended)
  await recordSecurityEvent(deps, author, 'auth.sign_ins_ended', { userId })
}
