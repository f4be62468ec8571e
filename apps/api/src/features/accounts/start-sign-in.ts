import { uuidv7 } from '@repo/auth'
import type { Ctx } from '../../http/ctx.ts'
import { beginSignIn } from './begin-sign-in.ts'
import type { SignedIn } from './grant-staff-access.ts'
import type { Visitor } from './visitor.ts'

/** Signs in a person who has proved who they are. */
export function startSignIn(ctx: Ctx, userId: string, visitor: Visitor): Promise<SignedIn> {
  const familyId = uuidv7()
  return ctx.deps.gateway.run({ kind: 'user', userId, familyId }, (tx) =>
    beginSignIn(tx, ctx, { userId, familyId, visitor }),
  )
}
