import { z } from 'zod'
import { guestStates } from '../rules/index.ts'
import { BranchSlug, Id, Instant, JoinCode, line, TableCode } from './primitives.ts'

export const GuestName = line(40)
export const GuestState = z.enum(guestStates)
export const TablePath = z.strictObject({ branchSlug: BranchSlug, tableCode: TableCode })

/** What the sticker's address stands for; reveals nothing about who sits there. */
export const TableLookUp = z.strictObject({
  branchSlug: BranchSlug,
  branchName: z.string(),
  tableCode: z.string(),
  tableLabel: z.string(),
})
export type TableLookUp = z.infer<typeof TableLookUp>

/** Two booleans and nothing else: no token, id or name. */
export const CheckSession = z.strictObject({ hasSession: z.boolean(), joinable: z.boolean() })

export const JoinTableInput = z.strictObject({ name: GuestName, joinCode: JoinCode.optional() })
export type JoinTableInput = z.infer<typeof JoinTableInput>

/** The attempt id makes a repeated renewal after a lost reply safe; it is not a secret. */
export const RenewInput = z.strictObject({ attemptId: z.uuid() })
export type RenewInput = z.infer<typeof RenewInput>

export const GuestContext = z.strictObject({
  sessionId: Id,
  guestId: Id,
  customerName: z.string(),
  guestState: GuestState,
  isHost: z.boolean(),
  branchSlug: BranchSlug,
  branchName: z.string(),
  tableCode: z.string(),
  tableLabel: z.string(),
})
export type GuestContext = z.infer<typeof GuestContext>

/** `expiresIn` in seconds: clients go by it, not by their clock. */
export const GuestAccess = z.strictObject({
  accessToken: z.string(),
  expiresIn: z.int(),
  context: GuestContext,
})
export type GuestAccess = z.infer<typeof GuestAccess>

export const Guest = z.strictObject({
  id: Id,
  name: z.string(),
  state: GuestState,
  isHost: z.boolean(),
  /** Backdrop of the person's initial, counted from 0 in joining order. */
  colour: z.int(),
  joinedAt: Instant,
})
export type Guest = z.infer<typeof Guest>

export const ServiceCallKind = z.enum(['waiter', 'bill'])
export const ServiceCall = z.strictObject({
  id: Id,
  kind: ServiceCallKind,
  state: z.enum(['open', 'taken', 'done']),
  calledAt: Instant,
})
export type ServiceCall = z.infer<typeof ServiceCall>
export const MakeServiceCallInput = z.strictObject({ kind: ServiceCallKind })
export type MakeServiceCallInput = z.infer<typeof MakeServiceCallInput>

export const MoveGuestInput = z.strictObject({ to: z.enum(['active', 'refused', 'evicted']) })
export type MoveGuestInput = z.infer<typeof MoveGuestInput>

export const JoinCodeReply = z.strictObject({ joinCode: z.string() })
export const GuestPath = z.strictObject({ guestId: Id })
export const StaffGuestPath = z.strictObject({ branchId: Id, sessionId: Id, guestId: Id })
export const SessionPath = z.strictObject({ branchId: Id, sessionId: Id })
export const ServiceCallPath = z.strictObject({ branchId: Id, callId: Id })
export const MoveServiceCallInput = z.strictObject({ to: z.enum(['taken', 'done']) })
