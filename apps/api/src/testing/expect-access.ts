import { type ActorKind, can, type Permission, policy, roles } from '@repo/auth/policy'
import { errorStatus } from '@repo/schemas/contract'
import { type DeclaredRoute, pathParameters } from './declared-routes.ts'
import type { FoundObject } from './find-objects.ts'
import type { Identity, Party } from './two-organizations.ts'

export type Expectation =
  /** Anybody may call it. */
  | { kind: 'anyone' }
  | { kind: 'refused'; status: number; code?: string }
  /** The guard admits it and the object is theirs: the rest is up to the verb. */
  | { kind: 'admitted' }
  /** Neither the permission table nor the scope decides. */
  | { kind: 'either' }

/** `home` names the caller's own branch in the path, followed by the target's objects. */
export type Target = { party: Party; branch: Party; objects: ReadonlyMap<string, FoundObject> }

/** What the permission table and the scope of the identity say about a call; nothing about the route is listed by hand. */
export function expectAccess(route: DeclaredRoute, identity: Identity, target: Target): Expectation {
  const { guard } = route.declaration
  if (can('anyone', guard)) return { kind: 'anyone' }
  if (identity.token === undefined) return { kind: 'refused', status: 401, code: 'TOKEN_MISSING' }
  if (!audiencesOf(guard).has(identity.audience ?? ''))
    return identity.fault === 'TOKEN_EXPIRED'
      ? { kind: 'refused', status: 401 }
      : { kind: 'refused', status: 401, code: 'TOKEN_INVALID' }
  if (identity.fault) return { kind: 'refused', status: errorStatus[identity.fault], code: identity.fault }
  const inBranch = route.path.includes(':branchId')
  if (inBranch && !identity.branchIds.includes(target.branch.branchId))
    return { kind: 'refused', status: 404 }
  const kind = identity.audience === 'staff' && !inBranch ? 'user' : (identity.kind ?? 'anyone')
  if (!can(kind, guard)) return { kind: 'refused', status: 403 }
  // The table admits owners; the scope, those of every branch.
  if (guard === 'organization:update' && !identity.allBranches) return { kind: 'refused', status: 403 }
  return expectObjects(route, identity, target)
}

function expectObjects(
  route: DeclaredRoute,
  identity: Identity,
  { objects, party, branch }: Target,
): Expectation {
  const reaches = pathParameters(route.path)
    .filter((name) => name !== 'branchId')
    .map((name) => reachOf(objects.get(name), identity, party, branch))
  if (reaches.includes('no')) return { kind: 'refused', status: 404 }
  return { kind: reaches.includes('perhaps') ? 'either' : 'admitted' }
}

function reachOf(
  object: FoundObject | undefined,
  identity: Identity,
  party: Party,
  branch: Party,
): 'yes' | 'no' | 'perhaps' {
  if (object === undefined) return 'no'
  if (object.scope === 'person') return party === identity.home ? 'yes' : 'perhaps'
  if (party.organizationId !== identity.home.organizationId) return 'no'
  if (object.scope === 'organization') return party.branchId === branch.branchId ? 'yes' : 'perhaps'
  if (identity.audience === 'customer') return party.sessionId === identity.home.sessionId ? 'yes' : 'no'
  return party.branchId === branch.branchId ? 'yes' : 'no'
}

/** Audiences whose tokens the route can be called with. */
function audiencesOf(guard: Permission): ReadonlySet<string> {
  return new Set((policy[guard].actors as readonly ActorKind[]).map(audienceOf))
}

/** Kinds that are neither staff nor guests are devices. */
export function audienceOf(kind: string): 'staff' | 'customer' | 'device' {
  if (kind === 'user' || roles.some((role) => role === kind)) return 'staff'
  return /guest|customer/.test(kind) ? 'customer' : 'device'
}
