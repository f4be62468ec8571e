import {
  BranchPath,
  CreateStaffInput,
  Empty,
  MembershipPath,
  PageQuery,
  StaffList,
  StaffMember,
  UpdateStaffInput,
} from '@repo/schemas/contract'
import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { staffCtx } from '../../http/ctx.ts'
import { endpoint, reply } from '../../http/endpoint.ts'
import { createStaff } from './create-staff.ts'
import { listStaff } from './list-staff.ts'
import { removeStaff } from './remove-staff.ts'
import { updateStaff } from './update-staff.ts'

export const staffRoutes = new Hono<AppEnv>()
  .get(
    '/branches/:branchId/staff',
    endpoint({
      summary: 'Who works in this branch',
      guard: 'staff:read',
      limit: 'staffRead',
      params: BranchPath,
      query: PageQuery,
      returns: StaffList,
    }),
    async (c) => reply(c, await listStaff(staffCtx(c), c.req.valid('query'))),
  )
  .post(
    '/branches/:branchId/staff',
    endpoint({
      summary: 'Give a colleague a login',
      guard: 'staff:create',
      limit: 'staffWrite',
      stepUp: true,
      params: BranchPath,
      json: CreateStaffInput,
      returns: StaffMember,
      status: 201,
    }),
    async (c) => reply(c, await createStaff(staffCtx(c), c.req.valid('json'))),
  )
  .patch(
    '/branches/:branchId/staff/:membershipId',
    endpoint({
      summary: "Change a colleague's role, or suspend them",
      guard: 'staff:update',
      limit: 'staffWrite',
      stepUp: true,
      params: MembershipPath,
      json: UpdateStaffInput,
      returns: StaffMember,
    }),
    async (c) =>
      reply(c, await updateStaff(staffCtx(c), c.req.valid('param').membershipId, c.req.valid('json'))),
  )
  .delete(
    '/branches/:branchId/staff/:membershipId',
    endpoint({
      summary: "End a colleague's membership",
      guard: 'staff:update',
      limit: 'staffWrite',
      stepUp: true,
      params: MembershipPath,
      returns: Empty,
    }),
    async (c) => {
      await removeStaff(staffCtx(c), c.req.valid('param').membershipId)
      return reply(c, {})
    },
  )
