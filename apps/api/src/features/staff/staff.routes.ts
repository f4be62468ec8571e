import { BranchPath, CreateStaffInput, StaffList, StaffMember } from '@repo/schemas/contract'
import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { staffCtx } from '../../http/ctx.ts'
import { endpoint, reply } from '../../http/endpoint.ts'
import { createStaff } from './create-staff.ts'
import { listStaff } from './list-staff.ts'

export const staffRoutes = new Hono<AppEnv>()
  .get(
    '/branches/:branchId/staff',
    endpoint({
      summary: 'Who works in this branch',
      guard: 'staff:read',
      limit: 'staffRead',
      params: BranchPath,
      returns: StaffList,
    }),
    async (c) => reply(c, await listStaff(staffCtx(c))),
  )
  .post(
    '/branches/:branchId/staff',
    endpoint({
      summary: 'Give a colleague a login',
      guard: 'staff:create',
      limit: 'staffWrite',
      params: BranchPath,
      json: CreateStaffInput,
      returns: StaffMember,
      status: 201,
    }),
    async (c) => reply(c, await createStaff(staffCtx(c), c.req.valid('json'))),
  )
