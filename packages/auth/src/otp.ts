import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { otp } from '@repo/config/limits'

/** A fresh code of six digits, as it is sent. */
export const newOtpCode = (): string => String(randomInt(10 ** otp.digits)).padStart(otp.digits, '0')

/** What is stored instead of it: keyed, and bound to the request that it answers. */
export const hashOtp = (requestId: string, code: string, secret: string): string =>
  createHmac('sha256', secret).update(`otp:${requestId}:${code}`).digest('hex')

/** Whether a code belongs to this request, under the current secret or one that is being replaced. */
export const matchesOtp = (
  stored: string,
  { requestId, code }: { requestId: string; code: string },
  secrets: readonly string[],
): boolean =>
  secrets.some((secret) =>
    timingSafeEqual(Buffer.from(hashOtp(requestId, code, secret), 'hex'), Buffer.from(stored, 'hex')),
  )
