import { hashOtp, newOtpCode, uuidv7 } from '@repo/auth'
import { otp } from '@repo/config/limits'
import { branches, otpRequests } from '@repo/db/schema'
import type { OtpRequest, RequestOtpInput } from '@repo/schemas/contract'
import { eq } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { GuestCtx } from '../../http/ctx.ts'
import type { Deps } from '../../http/deps.ts'
import { toInstant } from '../../security/family-lifetimes.ts'
import { otpMessage } from '../../senders/otp-message.ts'

/**
 * Sends a one-time code. Whether the destination is known is not looked up, so the answer cannot reveal it.
 * @throws RATE_LIMITED, EMAIL_UNAVAILABLE or SMS_UNAVAILABLE where nothing carries such messages
 */
export async function requestOtp(
  { deps, actor, now, tx }: GuestCtx,
  { destination, locale }: RequestOtpInput,
): Promise<OtpRequest> {
  const channel = destination.includes('@') ? 'email' : 'sms'
  const send = carrierOf(deps, channel)
  const { organizationId, branchId, tableId, guestId } = actor
  await deps.limiter.takeKey('otpPerTable', tableId)
  await deps.limiter.takeKey('otpPerDestination', `${organizationId}|${destination}`)
  const id = uuidv7()
  const code = newOtpCode()
  const branchName = await tx(async ({ db }) => {
    const [[branch]] = await Promise.all([
      db.select({ name: branches.name }).from(branches).where(eq(branches.id, branchId)),
      db.insert(otpRequests).values({
        id,
        organizationId,
        branchId,
        guestId,
        channel,
        destination,
        codeHash: hashOtp(id, code, deps.env.JWT_REFRESH_SECRET),
        expiresAt: toInstant(now.getTime() + otp.lifetimeSeconds * 1_000),
      }),
    ])
    return branch?.name ?? ''
  })
  deps.background.run('send a one-time code', () =>
    send(destination, otpMessage(locale, { code, branchName })),
  )
  return { otpRequestId: id, expiresIn: otp.lifetimeSeconds }
}

type Send = (to: string, words: { subject: string; text: string }) => Promise<void>

function carrierOf({ senders }: Deps, channel: 'email' | 'sms'): Send {
  const { email, sms } = senders
  if (channel === 'email') {
    if (!email) throw new ApiError('EMAIL_UNAVAILABLE')
    return (to, words) => email.send({ to, ...words })
  }
  if (!sms) throw new ApiError('SMS_UNAVAILABLE')
  return (to, { text }) => sms.send({ to, text })
}
