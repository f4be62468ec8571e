import { Account, Empty, LoginInput, RegisterInput, RenewInput, StaffAccess } from '@repo/schemas/contract'
import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { anyCtx, userCtx } from '../../http/ctx.ts'
import { endpoint, reply } from '../../http/endpoint.ts'
import { getAccount } from './get-account.ts'
import { logIn } from './log-in.ts'
import { logOut } from './log-out.ts'
import { register } from './register.ts'
import { renewSignIn } from './renew-sign-in.ts'
import { refreshCookieOf, visitorOf } from './visitor.ts'

export const accountRoutes = new Hono<AppEnv>()
  .post(
    '/auth/register',
    endpoint({
      summary: 'Sign up a restaurant',
      guard: 'staff-auth:sign-up',
      // Mistyped input is bounded by this; `register` counts what remains more strictly.
      limit: 'signUpInputPerAddress',
      json: RegisterInput,
      cookie: true,
      returns: StaffAccess,
      status: 201,
    }),
    async (c) => {
      const { access, cookies } = await register(anyCtx(c), c.req.valid('json'), visitorOf(c))
      return reply(c, access, {}, cookies)
    },
  )
  .post(
    '/auth/login',
    endpoint({
      summary: 'Sign in as staff',
      guard: 'staff-auth:sign-in',
      limit: 'signInPerAddress',
      json: LoginInput,
      cookie: true,
      returns: StaffAccess,
    }),
    async (c) => {
      const { access, cookies } = await logIn(anyCtx(c), c.req.valid('json'), visitorOf(c))
      return reply(c, access, {}, cookies)
    },
  )
  .post(
    '/auth/refresh',
    endpoint({
      summary: 'Renew a staff sign-in from its cookie',
      guard: 'staff-auth:renew',
      limit: 'staffRenewPerAddress',
      json: RenewInput,
      cookie: true,
      returns: StaffAccess,
    }),
    async (c) => {
      const { access, cookies } = await renewSignIn(anyCtx(c), c.req.valid('json'), refreshCookieOf(c))
      return reply(c, access, {}, cookies)
    },
  )
  .post(
    '/auth/logout',
    // The cookie is enough: signing out must work after the access token has expired.
    endpoint({
      summary: 'End a staff sign-in',
      guard: 'staff-auth:renew',
      limit: 'staffRenewPerAddress',
      cookie: true,
      returns: Empty,
    }),
    async (c) => reply(c, {}, { 'set-cookie': await logOut(anyCtx(c), refreshCookieOf(c)) }),
  )
  .get(
    '/auth/me',
    endpoint({
      summary: 'Who is signed in and where they may work',
      guard: 'account:read',
      limit: 'staffRead',
      returns: Account,
    }),
    async (c) => reply(c, await getAccount(userCtx(c))),
  )
