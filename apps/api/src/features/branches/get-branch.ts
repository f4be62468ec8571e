import type { Branch } from '@repo/schemas/contract'
import type { StaffCtx } from '../../http/ctx.ts'
import { readBranch } from './read-branch.ts'

/** The branch that the path names, for anyone who works there. */
export const getBranch = (ctx: StaffCtx): Promise<Branch> =>
  ctx.tx((tx) => readBranch(tx, ctx.actor.branchId))
