import { z } from 'zod'
import { LineState } from './orders.ts'
import { AmountMinor, CurrencyCode, Email, Id, Instant, Locale, NextPage, PageQuery } from './primitives.ts'

/** A phone number of E.164, however it is spaced. */
export const Phone = z
  .string()
  .max(40)
  .transform((number) => number.replaceAll(/[\s().-]/g, ''))
  .pipe(z.string().regex(/^\+[1-9]\d{7,14}$/))

/** An e-mail address or a phone number; it decides how the code is sent. */
export const RequestOtpInput = z.strictObject({
  destination: z.union([Email, Phone]),
  locale: Locale.default('en'),
})
export type RequestOtpInput = z.infer<typeof RequestOtpInput>

/** The same for every destination; `expiresIn` in seconds, for the countdown. */
export const OtpRequest = z.strictObject({ otpRequestId: Id, expiresIn: z.int() })
export type OtpRequest = z.infer<typeof OtpRequest>

export const VerifyOtpInput = z.strictObject({ otpRequestId: Id, code: z.string().regex(/^\d{6}$/) })
export type VerifyOtpInput = z.infer<typeof VerifyOtpInput>

/** How a customer is remembered; the destination is masked. */
export const Customer = z.strictObject({
  name: z.string(),
  channel: z.enum(['email', 'sms']),
  destination: z.string(),
})
export type Customer = z.infer<typeof Customer>

export const PastOrder = z.strictObject({
  id: Id,
  branchName: z.string(),
  number: z.int(),
  state: LineState,
  placedAt: Instant,
  currency: CurrencyCode,
  totalMinor: AmountMinor,
  lines: z.array(z.strictObject({ name: z.string(), quantity: z.int() })),
})
/** The guest's orders from all visits to this restaurant, latest first; `customer` is null if they are not remembered. */
export const History = z.strictObject({
  customer: Customer.nullable(),
  orders: z.array(PastOrder),
  next: NextPage,
})
export const HistoryQuery = PageQuery.extend({ locale: Locale.optional() })
export type HistoryQuery = z.infer<typeof HistoryQuery>
export type History = z.infer<typeof History>
