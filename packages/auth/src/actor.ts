import type { ActorKind, DeviceKind, Role } from './policy.ts'

/** Who makes a request, as read from the database for it; never only what a token says. */
export type Actor =
  | { kind: 'anyone' }
  | {
      kind: 'guest'
      guestId: string
      familyId: string
      organizationId: string
      branchId: string
      tableId: string
      tableSessionId: string
      state: 'pending' | 'active'
      isHost: boolean
    }
  | { kind: 'user'; userId: string; familyId: string; authenticatedAtMs: number }
  | {
      kind: 'staff'
      userId: string
      familyId: string
      /** When the person last proved who they are; sensitive changes ask again. */
      authenticatedAtMs: number
      membershipId: string
      organizationId: string
      branchId: string
      role: Role
    }
  | {
      kind: 'device'
      deviceId: string
      familyId: string
      organizationId: string
      branchId: string
      deviceKind: DeviceKind
    }

/** The kind that the permission table knows. */
export function actorKind(actor: Actor): ActorKind {
  if (actor.kind === 'staff') return actor.role
  if (actor.kind === 'device') return actor.deviceKind
  if (actor.kind === 'guest') return actor.state === 'pending' ? 'pending-guest' : 'guest'
  return actor.kind
}
