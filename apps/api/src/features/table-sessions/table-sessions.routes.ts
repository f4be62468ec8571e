import { readRefreshCookie } from '@repo/auth'
import {
  BranchPath,
  CheckSession,
  Empty,
  Guest,
  GuestAccess,
  GuestPath,
  JoinCodeReply,
  JoinTableInput,
  LocaleQuery,
  MoveGuestInput,
  RenewInput,
  SessionPath,
  StaffGuestPath,
  TableLookUp,
  TablePath,
  TableSession,
} from '@repo/schemas/contract'
import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { anyCtx, branchCtx, guestCtx, type RequestContext } from '../../http/ctx.ts'
import { endpoint, reply } from '../../http/endpoint.ts'
import { checkSession } from './check-session.ts'
import { closeSession } from './close-session.ts'
import { followBranch } from './follow-branch.ts'
import { followTable } from './follow-table.ts'
import { joinTable } from './join-table.ts'
import { leaveTable } from './leave-table.ts'
import { logOutGuest } from './log-out-guest.ts'
import { lookUpTable } from './look-up-table.ts'
import { moveGuest } from './move-guest.ts'
import { readTableSession } from './read-table-session.ts'
import { renewGuest } from './renew-guest.ts'
import { rotateJoinCode } from './rotate-join-code.ts'

const cookieOf = (c: RequestContext & { req: { raw: Request } }): string | undefined =>
  readRefreshCookie(c.req.raw.headers.get('cookie'), 'guest', c.var.deps.mode)

export const tableSessionRoutes = new Hono<AppEnv>()
  .get(
    '/customer/session',
    endpoint({
      summary: 'Your table, with the cursor to follow it from; a waiting guest sees only themself',
      guard: 'table-session:wait',
      limit: 'guestRead',
      query: LocaleQuery,
      returns: TableSession,
    }),
    async (c) => reply(c, await readTableSession(guestCtx(c), c.req.valid('query').locale)),
  )
  .get(
    '/customer/events',
    endpoint({
      summary: 'Live events of your table',
      guard: 'guest-events:read',
      limit: 'guestFollow',
      returns: 'event-stream',
    }),
    (c) => followTable(c),
  )
  .get(
    '/customer/:branchSlug/:tableCode',
    endpoint({
      summary: 'The table behind a sticker',
      guard: 'table:look-up',
      limit: 'tableReadPerAddress',
      params: TablePath,
      returns: TableLookUp,
    }),
    async (c) => reply(c, await lookUpTable(anyCtx(c), c.req.valid('param'))),
  )
  .get(
    '/customer/:branchSlug/:tableCode/check-session',
    endpoint({
      summary: 'Whether the table has a session and takes newcomers',
      guard: 'table-session:check',
      limit: 'tableReadPerAddress',
      params: TablePath,
      returns: CheckSession,
    }),
    async (c) => reply(c, await checkSession(anyCtx(c), c.req.valid('param'))),
  )
  .post(
    '/customer/:branchSlug/:tableCode/sessions',
    endpoint({
      summary: 'Open the session of a free table, or ask to join it',
      guard: 'table-session:join',
      limit: 'newGuestPerAddress',
      params: TablePath,
      json: JoinTableInput,
      cookie: true,
      returns: GuestAccess,
      status: 201,
    }),
    async (c) => {
      const { access, cookie } = await joinTable(anyCtx(c), c.req.valid('param'), c.req.valid('json'))
      return reply(c, access, { 'set-cookie': cookie })
    },
  )
  .post(
    '/customer/auth/refresh',
    endpoint({
      summary: 'Renew the guest token from its cookie',
      guard: 'customer-auth:renew',
      limit: 'guestRenewPerAddress',
      json: RenewInput,
      cookie: true,
      returns: GuestAccess,
    }),
    async (c) => {
      const { access, cookie } = await renewGuest(anyCtx(c), cookieOf(c), c.req.valid('json'))
      return reply(c, access, { 'set-cookie': cookie })
    },
  )
  .post(
    '/customer/auth/logout',
    endpoint({
      summary: 'Leave the table and forget this browser',
      guard: 'table-session:leave',
      limit: 'guestWrite',
      cookie: true,
      returns: Empty,
    }),
    async (c) => reply(c, {}, { 'set-cookie': await logOutGuest(guestCtx(c), cookieOf(c)) }),
  )
  .post(
    '/customer/session/leave',
    endpoint({
      summary: 'Leave the table',
      guard: 'table-session:leave',
      limit: 'guestWrite',
      returns: Empty,
    }),
    async (c) => {
      await leaveTable(guestCtx(c))
      return reply(c, {})
    },
  )
  .post(
    '/customer/session/join-code',
    endpoint({
      summary: 'A new join code, as host',
      guard: 'table-session:admit',
      limit: 'guestWrite',
      returns: JoinCodeReply,
    }),
    async (c) => {
      const ctx = guestCtx(c)
      return reply(c, await rotateJoinCode(ctx, ctx.actor.tableSessionId))
    },
  )
  .post(
    '/customer/session/guests/:guestId/move',
    endpoint({
      summary: 'Let a guest in or refuse them, as host',
      guard: 'table-session:admit',
      limit: 'guestWrite',
      params: GuestPath,
      json: MoveGuestInput,
      returns: Guest,
    }),
    async (c) => {
      const ctx = guestCtx(c)
      const sessionId = ctx.actor.tableSessionId
      return reply(c, await moveGuest(ctx, { sessionId, ...c.req.valid('param'), ...c.req.valid('json') }))
    },
  )
  .get(
    '/branches/:branchId/events',
    endpoint({
      summary: 'Live events of the branch',
      guard: 'branch-events:read',
      limit: 'staffRead',
      params: BranchPath,
      returns: 'event-stream',
    }),
    (c) => followBranch(c),
  )
  .post(
    '/branches/:branchId/table-sessions/:sessionId/guests/:guestId/move',
    endpoint({
      summary: 'Let a guest in, refuse or evict them',
      guard: 'table-session:manage',
      limit: 'staffWrite',
      params: StaffGuestPath,
      json: MoveGuestInput,
      returns: Guest,
    }),
    async (c) => reply(c, await moveGuest(branchCtx(c), { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post(
    '/branches/:branchId/table-sessions/:sessionId/join-code',
    endpoint({
      summary: 'A new join code for a table',
      guard: 'table-session:manage',
      limit: 'staffWrite',
      params: SessionPath,
      returns: JoinCodeReply,
    }),
    async (c) => reply(c, await rotateJoinCode(branchCtx(c), c.req.valid('param').sessionId)),
  )
  .post(
    '/branches/:branchId/table-sessions/:sessionId/close',
    endpoint({
      summary: "Close a table's session and end its guests' access",
      guard: 'table-session:manage',
      limit: 'staffWrite',
      params: SessionPath,
      returns: Empty,
    }),
    async (c) => {
      await closeSession(branchCtx(c), c.req.valid('param').sessionId)
      return reply(c, {})
    },
  )
