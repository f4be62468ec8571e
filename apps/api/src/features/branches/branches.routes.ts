import { Branch, BranchPath, UpdateBranchInput } from '@repo/schemas/contract'
import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { staffCtx } from '../../http/ctx.ts'
import { endpoint, reply } from '../../http/endpoint.ts'
import { getBranch } from './get-branch.ts'
import { updateBranch } from './update-branch.ts'

export const branchRoutes = new Hono<AppEnv>()
  .get(
    '/branches/:branchId',
    endpoint({
      summary: 'The branch and its settings',
      guard: 'branch:read',
      limit: 'staffRead',
      params: BranchPath,
      returns: Branch,
    }),
    async (c) => reply(c, await getBranch(staffCtx(c))),
  )
  .patch(
    '/branches/:branchId',
    endpoint({
      summary: 'Change settings of the branch',
      guard: 'branch:update',
      limit: 'staffWrite',
      params: BranchPath,
      json: UpdateBranchInput,
      returns: Branch,
    }),
    async (c) => reply(c, await updateBranch(staffCtx(c), c.req.valid('json'))),
  )
