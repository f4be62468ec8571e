import type { Actor } from '@repo/auth'
import type { Author, Scope, Tx } from '@repo/db'
import { ApiError } from './api-error.ts'
import type { AppEnv } from './app-env.ts'
import type { Deps } from './deps.ts'

export type StaffActor = Extract<Actor, { kind: 'staff' }>
export type GuestActor = Extract<Actor, { kind: 'guest' }>
export type DeviceActor = Extract<Actor, { kind: 'device' }>
export type UserActor = Extract<Actor, { kind: 'user' | 'staff' }>

/** What a verb gets: who asks, as an argument, and one way to the database, already scoped to the caller's rows. */
export type Ctx<A extends Actor = Actor> = {
  deps: Deps
  actor: A
  author: Author
  requestId: string
  clientAddress: string
  now: Date
  tx: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
}
export type StaffCtx = Ctx<StaffActor>
/** Somebody or something that works in a branch. */
export type BranchCtx = Ctx<StaffActor | DeviceActor>
export type GuestCtx = Ctx<GuestActor>

/** Narrow view of Hono's context that any route's context satisfies. */
export type RequestContext = { var: AppEnv['Variables'] }

/** Context of a route that anyone may call: no rows are visible until the verb names a scope. */
export function anyCtx(c: RequestContext): Ctx {
  return build(c, c.var.actor, () => Promise.reject(new Error('an anonymous verb must name its scope')))
}

export function staffCtx(c: RequestContext): StaffCtx {
  const { actor, deps } = c.var
  if (actor.kind !== 'staff') throw new ApiError('FORBIDDEN')
  return build(c, actor, (work) => deps.gateway.run(staffScope(actor), work))
}

/** For what paired devices may do as well as staff. */
export function branchCtx(c: RequestContext): BranchCtx {
  const { actor, deps } = c.var
  if (actor.kind !== 'device') return staffCtx(c)
  return build(c, actor, (work) => deps.gateway.run(deviceScope(actor), work))
}

export function guestCtx(c: RequestContext): GuestCtx {
  const { actor, deps } = c.var
  if (actor.kind !== 'guest') throw new ApiError('FORBIDDEN')
  return build(c, actor, (work) => deps.gateway.run(guestScope(actor), work))
}

export function userCtx(c: RequestContext): Ctx<UserActor> {
  const { actor } = c.var
  if (actor.kind !== 'user' && actor.kind !== 'staff') throw new ApiError('FORBIDDEN')
  return build(c, actor, () => Promise.reject(new Error('a verb outside a branch must name its scope')))
}

function build<A extends Actor>(c: RequestContext, actor: A, tx: Ctx['tx']): Ctx<A> {
  const { deps, requestId, clientAddress } = c.var
  return {
    deps,
    actor,
    requestId,
    clientAddress,
    now: deps.now(),
    tx,
    author: { actor: authorOf(actor), requestId },
  }
}

const staffScope = ({ organizationId, branchId, userId }: StaffActor): Scope => ({
  kind: 'staff',
  organizationId,
  branchId,
  userId,
})

const deviceScope = ({ deviceKind, organizationId, branchId, deviceId }: DeviceActor): Scope => ({
  kind: deviceKind,
  organizationId,
  branchId,
  subjectId: deviceId,
})

const guestScope = ({
  organizationId,
  branchId,
  tableSessionId,
  tableId,
  guestId,
  state,
}: GuestActor): Scope => ({
  kind: state === 'pending' ? 'pending-guest' : 'guest',
  organizationId,
  branchId,
  tableSessionId,
  tableId,
  guestId,
})

export function authorOf(actor: Actor): string {
  if (actor.kind === 'device') return `device:${actor.deviceId}`
  if (actor.kind === 'guest') return `guest:${actor.guestId}`
  if (actor.kind === 'staff' || actor.kind === 'user') return `user:${actor.userId}`
  return 'anyone'
}
