import { z } from 'zod'
import { Password, PersonName, Role } from './accounts.ts'
import { Email, Id, Instant, Locale } from './primitives.ts'

const OneTimeToken = z.string().regex(/^[\w-]{43}$/)
/** Six digits of an authenticator app, or a recovery code however it is typed. */
export const SecondFactorCode = z.string().trim().min(6).max(40)

export const SignInEntry = z.strictObject({
  id: Id,
  /** Browser and system; null for a client that named neither. */
  deviceLabel: z.string().nullable(),
  createdAt: Instant,
  lastUsedAt: Instant,
  current: z.boolean(),
})
/** The places where this person is signed in, the last used first. */
export const SignInList = z.strictObject({ signIns: z.array(SignInEntry) })
export type SignInList = z.infer<typeof SignInList>
export const SignInPath = z.strictObject({ familyId: Id })

export const ChangePasswordInput = z.strictObject({
  currentPassword: Password,
  password: Password,
  locale: Locale.default('en'),
})
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>

export const ForgotPasswordInput = z.strictObject({ email: Email, locale: Locale.default('en') })
export type ForgotPasswordInput = z.infer<typeof ForgotPasswordInput>

export const ResetPasswordInput = z.strictObject({
  token: OneTimeToken,
  password: Password,
  locale: Locale.default('en'),
})
export type ResetPasswordInput = z.infer<typeof ResetPasswordInput>

/** Asks for the account to move to another address; a link that is mailed there does it. */
export const ChangeEmailInput = z.strictObject({ email: Email, locale: Locale.default('en') })
export type ChangeEmailInput = z.infer<typeof ChangeEmailInput>

export const ConfirmEmailInput = z.strictObject({ token: OneTimeToken, locale: Locale.default('en') })
export type ConfirmEmailInput = z.infer<typeof ConfirmEmailInput>

export const SecondFactorInput = z.strictObject({ challenge: OneTimeToken, code: SecondFactorCode })
export type SecondFactorInput = z.infer<typeof SecondFactorInput>

/** Confirms again who is there: the password, or a code where a second factor is enrolled. */
export const StepUpInput = z
  .strictObject({ password: Password.optional(), code: SecondFactorCode.optional() })
  .refine(({ password, code }) => (password === undefined) !== (code === undefined), {
    error: 'takes a password or a code',
  })
export type StepUpInput = z.infer<typeof StepUpInput>

export const TwoFactor = z.strictObject({ enabled: z.boolean(), recoveryCodesLeft: z.int() })
export type TwoFactor = z.infer<typeof TwoFactor>
/** `uri` is what an authenticator app scans; both are shown once. */
export const TwoFactorEnrolment = z.strictObject({ secret: z.string(), uri: z.string() })
export type TwoFactorEnrolment = z.infer<typeof TwoFactorEnrolment>
export const ConfirmTwoFactorInput = z.strictObject({ code: z.string().regex(/^\d{6}$/) })
export const RecoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()) })

export const InviteStaffInput = z.strictObject({
  email: Email,
  role: Role,
  allBranches: z.boolean().default(false),
  locale: Locale.default('en'),
})
export type InviteStaffInput = z.infer<typeof InviteStaffInput>

export const Invitation = z.strictObject({
  id: Id,
  email: z.string(),
  role: Role,
  allBranches: z.boolean(),
  expiresAt: Instant,
})
export type Invitation = z.infer<typeof Invitation>
/** Invitations that still wait for an answer. */
export const InvitationList = z.strictObject({ invitations: z.array(Invitation) })
export type InvitationList = z.infer<typeof InvitationList>
export const InvitationPath = z.strictObject({ branchId: Id, invitationId: Id })

export const InvitationTokenInput = z.strictObject({ token: OneTimeToken })
/** What a person sees before accepting. */
export const InvitationOffer = z.strictObject({
  email: z.string(),
  organizationName: z.string(),
  branchName: z.string(),
  role: Role,
})
export type InvitationOffer = z.infer<typeof InvitationOffer>
export const AcceptInvitationInput = z.strictObject({
  token: OneTimeToken,
  name: PersonName,
  password: Password,
})
export type AcceptInvitationInput = z.infer<typeof AcceptInvitationInput>

export const MembershipPath = z.strictObject({ branchId: Id, membershipId: Id })
export const UpdateStaffInput = z
  .strictObject({ role: Role.optional(), disabled: z.boolean().optional() })
  .refine((member) => Object.keys(member).length > 0, { error: 'names nothing to change' })
export type UpdateStaffInput = z.infer<typeof UpdateStaffInput>

export const OrganizationSettings = z.strictObject({ name: z.string(), requireTwoFactor: z.boolean() })
export type OrganizationSettings = z.infer<typeof OrganizationSettings>
export const UpdateOrganizationInput = z.strictObject({ requireTwoFactor: z.boolean() })
export type UpdateOrganizationInput = z.infer<typeof UpdateOrganizationInput>
