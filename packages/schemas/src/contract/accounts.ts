import { z } from 'zod'
import { Accent, TaxMode } from './menu.ts'
import { CurrencyCode, Email, Id, Locale, line, NextPage, RatePpm } from './primitives.ts'

export const Role = z.enum(['owner', 'manager', 'cashier', 'waiter', 'kitchen'])
export const PersonName = line(100, 2)
/** Rules beyond the length are checked where the context (e-mail, name) is known. */
export const Password = z.string().max(512)

export const LoginInput = z.strictObject({ email: Email, password: Password })
export type LoginInput = z.infer<typeof LoginInput>

export const RegisterInput = z.strictObject({
  signupToken: z.string().max(200).optional(),
  name: PersonName,
  email: Email,
  password: Password,
  organizationName: line(80),
  branchName: line(80),
  currency: CurrencyCode,
  timeZone: z.string().max(60),
  locale: Locale,
  taxMode: TaxMode,
  taxName: line(30),
  taxRatePpm: RatePpm,
  accent: Accent,
  tableCount: z.int().min(1).max(100).default(10),
  sampleMenu: z.boolean(),
})
export type RegisterInput = z.infer<typeof RegisterInput>

export const AccountBranch = z.strictObject({
  id: Id,
  slug: z.string(),
  name: z.string(),
  organizationName: z.string(),
  role: Role,
  accent: Accent,
  logo: z.string().nullable(),
  currency: CurrencyCode,
})

/** Who is signed in and where they may work. */
export const Account = z.strictObject({
  userId: Id,
  name: z.string(),
  email: z.string(),
  branches: z.array(AccountBranch),
})
export type Account = z.infer<typeof Account>

export const StaffAccess = z.strictObject({ accessToken: z.string(), expiresIn: z.int(), account: Account })
export type StaffAccess = z.infer<typeof StaffAccess>

export const StaffMember = z.strictObject({
  userId: Id,
  membershipId: Id,
  name: z.string(),
  email: z.string(),
  role: Role,
  allBranches: z.boolean(),
  disabled: z.boolean(),
})
export const StaffList = z.strictObject({ members: z.array(StaffMember), next: NextPage })
export type StaffList = z.infer<typeof StaffList>

export const CreateStaffInput = z.strictObject({
  name: PersonName,
  email: Email,
  password: Password,
  role: Role,
  allBranches: z.boolean().default(false),
})
export type CreateStaffInput = z.infer<typeof CreateStaffInput>
