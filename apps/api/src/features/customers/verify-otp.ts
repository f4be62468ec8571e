import { matchesOtp } from '@repo/auth'
import { otp } from '@repo/config/limits'
import type { Tx } from '@repo/db'
import { otpRequests } from '@repo/db/schema'
import type { Customer, VerifyOtpInput } from '@repo/schemas/contract'
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { GuestCtx } from '../../http/ctx.ts'
import { refreshSecrets } from '../../security/refresh-secrets.ts'
import { linkCustomer } from './link-customer.ts'

type Refusal = 'OTP_INVALID' | 'OTP_LOCKED' | 'OTP_EXPIRED'

/**
 * Proves that the guest reads messages at the destination, and links the seat to the customer known by it.
 * @throws OTP_INVALID, OTP_LOCKED after three tries however many came at once, OTP_EXPIRED
 */
export async function verifyOtp(ctx: GuestCtx, input: VerifyOtpInput): Promise<Customer> {
  // Refusals are returned, not thrown: an error would roll back the counted attempt.
  const outcome = await ctx.tx(async (tx) => {
    const request = await tryCode(tx, ctx, input)
    return typeof request === 'string' ? request : linkCustomer(tx, ctx, request)
  })
  if (typeof outcome === 'string') throw new ApiError(outcome)
  return outcome
}

type Request = typeof otpRequests.$inferSelect

async function tryCode(
  { db }: Tx,
  { deps, now }: GuestCtx,
  { otpRequestId: requestId, code }: VerifyOtpInput,
): Promise<Request | Refusal> {
  const [live] = await db
    .update(otpRequests)
    .set({ tries: sql`${otpRequests.tries} + 1` })
    .where(
      and(
        eq(otpRequests.id, requestId),
        isNull(otpRequests.usedAt),
        gt(otpRequests.expiresAt, now.toISOString()),
        lt(otpRequests.tries, otp.tries),
      ),
    )
    .returning()
  if (!live) {
    const [dead] = await db.select().from(otpRequests).where(eq(otpRequests.id, requestId))
    return refusalOf(dead)
  }
  if (!matchesOtp(live.codeHash, { requestId, code }, refreshSecrets(deps.env))) return 'OTP_INVALID'
  await db.update(otpRequests).set({ usedAt: now.toISOString() }).where(eq(otpRequests.id, requestId))
  return live
}

function refusalOf(request: Request | undefined): Refusal {
  if (!request || request.usedAt !== null) return 'OTP_INVALID'
  return request.tries >= otp.tries ? 'OTP_LOCKED' : 'OTP_EXPIRED'
}
