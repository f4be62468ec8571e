import { BranchPath, OrganizationSettings, UpdateOrganizationInput } from '@repo/schemas/contract'
import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { staffCtx } from '../../http/ctx.ts'
import { endpoint, reply } from '../../http/endpoint.ts'
import { readOrganization } from './read-organization.ts'
import { updateOrganization } from './update-organization.ts'

export const organizationRoutes = new Hono<AppEnv>()
  .get(
    '/branches/:branchId/organization',
    endpoint({
      summary: 'The rules of the organization',
      guard: 'organization:read',
      limit: 'staffRead',
      params: BranchPath,
      returns: OrganizationSettings,
    }),
    async (c) => reply(c, await readOrganization(staffCtx(c))),
  )
  .patch(
    '/branches/:branchId/organization',
    endpoint({
      summary: 'Change the rules of the organization',
      guard: 'organization:update',
      limit: 'staffWrite',
      stepUp: true,
      params: BranchPath,
      json: UpdateOrganizationInput,
      returns: OrganizationSettings,
    }),
    async (c) => reply(c, await updateOrganization(staffCtx(c), c.req.valid('json'))),
  )
