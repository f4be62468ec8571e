import type { RegisterInput } from '@repo/schemas/contract'
import type { AccentId } from '@repo/schemas/rules'
import { accentOf } from './accent-of.ts'

/** The form as it is typed. */
export type SignUpFields = {
  organizationName: string
  branchName: string
  currency: string
  timeZone: string
  taxMode: RegisterInput['taxMode']
  taxName: string
  taxPercent: string
  accent: AccentId
  sampleMenu: boolean
  name: string
  email: string
  password: string
  signupToken: string
}

const tableCount = 10

/** What the API takes: rates in parts per million, the colour as hue and chroma, no empty token. */
export function signUpInput(fields: SignUpFields, locale: RegisterInput['locale']): RegisterInput {
  const { taxPercent, accent, signupToken, ...rest } = fields
  return {
    ...rest,
    locale,
    tableCount,
    taxRatePpm: percentToPpm(taxPercent),
    accent: accentOf(accent),
    ...(signupToken.trim() && { signupToken: signupToken.trim() }),
  }
}

/** Percent as typed, with point or comma, in parts per million; NaN when it is not a number from 0 to 100. */
export function percentToPpm(typed: string): number {
  const percent = /^\d{1,3}([.,]\d{1,4})?$/.test(typed.trim())
    ? Number(typed.trim().replace(',', '.'))
    : Number.NaN
  return percent <= 100 ? Math.round(percent * 10_000) : Number.NaN
}
