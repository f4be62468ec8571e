import {
  ChangeEmailInput,
  ChangePasswordInput,
  ConfirmEmailInput,
  ConfirmTwoFactorInput,
  Empty,
  ForgotPasswordInput,
  RecoveryCodes,
  ResetPasswordInput,
  SecondFactorInput,
  SignInList,
  SignInPath,
  StaffAccess,
  StepUpInput,
  TwoFactor,
  TwoFactorEnrolment,
} from '@repo/schemas/contract'
import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { anyCtx, userCtx } from '../../http/ctx.ts'
import { endpoint, reply } from '../../http/endpoint.ts'
import { answerChallenge } from './answer-challenge.ts'
import { changePassword } from './change-password.ts'
import { confirmEmailChange } from './confirm-email-change.ts'
import { confirmTwoFactor } from './confirm-two-factor.ts'
import { disableTwoFactor } from './disable-two-factor.ts'
import { endSignIn } from './end-sign-in.ts'
import { enrolTwoFactor } from './enrol-two-factor.ts'
import { forgotPassword } from './forgot-password.ts'
import { listSignIns } from './list-sign-ins.ts'
import { readTwoFactor } from './read-two-factor.ts'
import { requestEmailChange } from './request-email-change.ts'
import { resetPassword } from './reset-password.ts'
import { stepUp } from './step-up.ts'
import { visitorOf } from './visitor.ts'

/** How people manage their own account. */
export const identityRoutes = new Hono<AppEnv>()
  .post(
    '/auth/second-factor',
    endpoint({
      summary: 'Finish a sign-in with a second factor',
      guard: 'staff-auth:sign-in',
      limit: 'signInPerAddress',
      json: SecondFactorInput,
      cookie: true,
      returns: StaffAccess,
    }),
    async (c) => {
      const { access, cookies } = await answerChallenge(anyCtx(c), c.req.valid('json'), visitorOf(c))
      return reply(c, access, {}, cookies)
    },
  )
  .post(
    '/auth/forgot-password',
    endpoint({
      summary: 'Ask for a link that sets a new password',
      guard: 'staff-auth:recover',
      limit: 'recoverPerAddress',
      json: ForgotPasswordInput,
      returns: Empty,
    }),
    async (c) => {
      await forgotPassword(anyCtx(c), c.req.valid('json'))
      return reply(c, {})
    },
  )
  .post(
    '/auth/reset-password',
    endpoint({
      summary: 'Set a new password with the link',
      guard: 'staff-auth:recover',
      limit: 'recoverPerAddress',
      json: ResetPasswordInput,
      returns: Empty,
    }),
    async (c) => {
      await resetPassword(anyCtx(c), c.req.valid('json'))
      return reply(c, {})
    },
  )
  .post(
    '/auth/password',
    endpoint({
      summary: 'Change your own password',
      guard: 'account:secure',
      limit: 'staffWrite',
      json: ChangePasswordInput,
      returns: Empty,
    }),
    async (c) => {
      await changePassword(userCtx(c), c.req.valid('json'))
      return reply(c, {})
    },
  )
  .post(
    '/auth/email',
    endpoint({
      summary: 'Ask to move your own account to another address',
      guard: 'account:secure',
      limit: 'staffWrite',
      stepUp: true,
      json: ChangeEmailInput,
      returns: Empty,
    }),
    async (c) => {
      await requestEmailChange(userCtx(c), c.req.valid('json'))
      return reply(c, {})
    },
  )
  .post(
    '/auth/email/confirm',
    endpoint({
      summary: 'Move your own account with the link sent to the new address',
      guard: 'account:secure',
      limit: 'staffWrite',
      json: ConfirmEmailInput,
      returns: Empty,
    }),
    async (c) => {
      await confirmEmailChange(userCtx(c), c.req.valid('json'))
      return reply(c, {})
    },
  )
  .post(
    '/auth/step-up',
    endpoint({
      summary: 'Confirm who is signed in before a sensitive change',
      guard: 'account:secure',
      limit: 'staffWrite',
      json: StepUpInput,
      returns: Empty,
    }),
    async (c) => {
      await stepUp(userCtx(c), c.req.valid('json'))
      return reply(c, {})
    },
  )
  .get(
    '/auth/sign-ins',
    endpoint({
      summary: 'Where your own account is signed in',
      guard: 'account:read',
      limit: 'staffRead',
      returns: SignInList,
    }),
    async (c) => reply(c, await listSignIns(userCtx(c))),
  )
  .post(
    '/auth/sign-ins/end-others',
    endpoint({
      summary: 'End every other sign-in',
      guard: 'account:secure',
      limit: 'staffWrite',
      returns: Empty,
    }),
    async (c) => {
      await endSignIn(userCtx(c), 'others')
      return reply(c, {})
    },
  )
  .delete(
    '/auth/sign-ins/:familyId',
    endpoint({
      summary: 'End one sign-in',
      guard: 'account:secure',
      limit: 'staffWrite',
      params: SignInPath,
      returns: Empty,
    }),
    async (c) => {
      await endSignIn(userCtx(c), c.req.valid('param'))
      return reply(c, {})
    },
  )
  .get(
    '/auth/two-factor',
    endpoint({
      summary: 'Whether your second factor is on',
      guard: 'account:read',
      limit: 'staffRead',
      returns: TwoFactor,
    }),
    async (c) => reply(c, await readTwoFactor(userCtx(c))),
  )
  .post(
    '/auth/two-factor/enrol',
    endpoint({
      summary: 'Get a secret for an authenticator app',
      guard: 'account:secure',
      limit: 'staffWrite',
      stepUp: true,
      returns: TwoFactorEnrolment,
    }),
    async (c) => reply(c, await enrolTwoFactor(userCtx(c))),
  )
  .post(
    '/auth/two-factor/confirm',
    endpoint({
      summary: 'Turn the second factor on with a first code',
      guard: 'account:secure',
      limit: 'staffWrite',
      stepUp: true,
      json: ConfirmTwoFactorInput,
      returns: RecoveryCodes,
    }),
    async (c) => reply(c, { recoveryCodes: await confirmTwoFactor(userCtx(c), c.req.valid('json').code) }),
  )
  .post(
    '/auth/two-factor/disable',
    endpoint({
      summary: 'Turn the second factor off',
      guard: 'account:secure',
      limit: 'staffWrite',
      stepUp: true,
      returns: Empty,
    }),
    async (c) => {
      await disableTwoFactor(userCtx(c))
      return reply(c, {})
    },
  )
