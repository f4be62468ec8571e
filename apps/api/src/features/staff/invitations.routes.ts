import {
  AcceptInvitationInput,
  BranchPath,
  Empty,
  Invitation,
  InvitationList,
  InvitationOffer,
  InvitationPath,
  InvitationTokenInput,
  InviteStaffInput,
  StaffAccess,
} from '@repo/schemas/contract'
import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { anyCtx, staffCtx } from '../../http/ctx.ts'
import { endpoint, reply } from '../../http/endpoint.ts'
import { visitorOf } from '../accounts/visitor.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { inviteStaff } from './invite-staff.ts'
import { listInvitations } from './list-invitations.ts'
import { lookUpInvitation } from './look-up-invitation.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

export const invitationRoutes = new Hono<AppEnv>()
  .get(
    '/branches/:branchId/invitations',
    endpoint({
      summary: 'Invitations not yet accepted',
      guard: 'staff:read',
      limit: 'staffRead',
      params: BranchPath,
      returns: InvitationList,
    }),
    async (c) => reply(c, await listInvitations(staffCtx(c))),
  )
  .post(
    '/branches/:branchId/invitations',
    endpoint({
      summary: 'Invite a colleague by e-mail',
      guard: 'staff:invite',
      limit: 'staffWrite',
      stepUp: true,
      params: BranchPath,
      json: InviteStaffInput,
      returns: Invitation,
      status: 201,
    }),
    async (c) => reply(c, await inviteStaff(staffCtx(c), c.req.valid('json'))),
  )
  .delete(
    '/branches/:branchId/invitations/:invitationId',
    endpoint({
      summary: 'Withdraw an invitation',
      guard: 'staff:invite',
      limit: 'staffWrite',
      params: InvitationPath,
      returns: Empty,
    }),
    async (c) => {
      await withdrawInvitation(staffCtx(c), c.req.valid('param').invitationId)
      return reply(c, {})
    },
  )
  .post(
    '/auth/invitations/look-up',
    endpoint({
      summary: 'See what a link invites to',
      guard: 'staff-auth:accept-invitation',
      limit: 'recoverPerAddress',
      json: InvitationTokenInput,
      returns: InvitationOffer,
    }),
    async (c) => reply(c, await lookUpInvitation(anyCtx(c), c.req.valid('json').token)),
  )
  .post(
    '/auth/invitations/accept',
    endpoint({
      summary: 'Join a team with the link',
      guard: 'staff-auth:accept-invitation',
      limit: 'recoverPerAddress',
      json: AcceptInvitationInput,
      cookie: true,
      returns: StaffAccess,
      status: 201,
    }),
    async (c) => {
      const { access, cookies } = await acceptInvitation(anyCtx(c), c.req.valid('json'), visitorOf(c))
      return reply(c, access, {}, cookies)
    },
  )
