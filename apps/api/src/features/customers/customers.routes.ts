import {
  Customer,
  Empty,
  History,
  HistoryQuery,
  OtpRequest,
  RequestOtpInput,
  VerifyOtpInput,
} from '@repo/schemas/contract'
import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { guestCtx } from '../../http/ctx.ts'
import { endpoint, reply } from '../../http/endpoint.ts'
import { eraseCustomer } from './erase-customer.ts'
import { readHistory } from './read-history.ts'
import { requestOtp } from './request-otp.ts'
import { signOutCustomer } from './sign-out-customer.ts'
import { verifyOtp } from './verify-otp.ts'

/** How a guest is remembered from one visit to the next, if they wish. */
export const customerRoutes = new Hono<AppEnv>()
  .post(
    '/customer/auth/otp/request',
    endpoint({
      summary: 'Send a one-time code to an e-mail address or a phone',
      guard: 'customer-account:prove',
      limit: 'guestProve',
      json: RequestOtpInput,
      returns: OtpRequest,
    }),
    async (c) => reply(c, await requestOtp(guestCtx(c), c.req.valid('json'))),
  )
  .post(
    '/customer/auth/otp/verify',
    endpoint({
      summary: 'Be remembered, by confirming the code',
      guard: 'customer-account:prove',
      limit: 'guestVerify',
      json: VerifyOtpInput,
      returns: Customer,
    }),
    async (c) => reply(c, await verifyOtp(guestCtx(c), c.req.valid('json'))),
  )
  .get(
    '/customer/history',
    endpoint({
      summary: 'Your orders from all visits',
      guard: 'customer-account:own',
      limit: 'guestRead',
      query: HistoryQuery,
      returns: History,
    }),
    async (c) => reply(c, await readHistory(guestCtx(c), c.req.valid('query'))),
  )
  .post(
    '/customer/account/sign-out',
    endpoint({
      summary: 'Stop showing the history at this seat',
      guard: 'customer-account:own',
      limit: 'guestWrite',
      returns: Empty,
    }),
    async (c) => {
      await signOutCustomer(guestCtx(c))
      return reply(c, {})
    },
  )
  .delete(
    '/customer/account',
    endpoint({
      summary: 'Delete what is remembered',
      guard: 'customer-account:own',
      limit: 'guestWrite',
      returns: Empty,
    }),
    async (c) => {
      await eraseCustomer(guestCtx(c))
      return reply(c, {})
    },
  )
