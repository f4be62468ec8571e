import type { Actor, Audience } from '@repo/auth'
import { can, type DeviceKind, deviceKinds, type Permission, type Role } from '@repo/auth/policy'
import type { Context } from 'hono'
import { ApiError, fieldError } from '../http/api-error.ts'
import type { AppEnv } from '../http/app-env.ts'
import type { Deps } from '../http/deps.ts'

type IdentityRequest = Pick<Context<AppEnv>, 'var'> & {
  req: { raw: Request; param(name: string): string | undefined }
}

/**
 * Who asks. The token names only the user or guest; role, membership, seat and disabled state come from the database,
 * so that a change takes effect with the next request.
 * A route for anyone asks for no identity and gets none.
 * @throws VALIDATION_FAILED for a malformed branch id, TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED, TOKEN_REVOKED, NOT_FOUND for a branch that is not theirs,
 * TWO_FACTOR_REQUIRED for an owner whose organization requires a second factor
 */
export async function authenticate(c: IdentityRequest, guard: Permission): Promise<Actor> {
  if (can('anyone', guard)) return { kind: 'anyone' }
  const { deps } = c.var
  const token = bearerToken(c.req.raw.headers.get('authorization'))
  if (token === undefined) throw new ApiError('TOKEN_MISSING')
  const { audience, subject, familyId } = await deps.tokens.verify(token, audiencesOf(guard))
  const branchId = c.req.param('branchId')
  if (branchId !== undefined && !isUuid(branchId))
    throw fieldError('VALIDATION_FAILED', 'branchId', 'is not valid')
  if (audience === 'device') return findDevice(deps, subject, familyId, branchId)
  return audience === 'customer'
    ? findGuest(deps, subject, familyId)
    : findStaff(deps, subject, familyId, branchId)
}

function bearerToken(header: string | null): string | undefined {
  return header?.startsWith('Bearer ') ? header.slice(7) : undefined
}

function audiencesOf(guard: Permission): readonly Audience[] {
  if (can('guest', guard) || can('pending-guest', guard)) return ['customer']
  return deviceKinds.some((kind) => can(kind, guard)) ? ['staff', 'device'] : ['staff']
}

type DeviceRow = { organizationId: string; branchId: string; kind: DeviceKind; revoked: boolean }

/** @throws LICENSE_NOT_ACTIVATED for a device that is no longer paired, NOT_FOUND for another branch */
async function findDevice(
  { gateway }: Deps,
  deviceId: string,
  familyId: string,
  wantedBranchId: string | undefined,
): Promise<Actor> {
  const [row] = await gateway.lookup<DeviceRow[]>`
    select organization_id as "organizationId", branch_id as "branchId", kind, revoked
    from app.find_device(${deviceId}, ${familyId})`
  if (!row || row.revoked) throw new ApiError('LICENSE_NOT_ACTIVATED')
  const { organizationId, branchId, kind } = row
  if (wantedBranchId !== branchId) throw new ApiError('NOT_FOUND')
  return { kind: 'device', deviceId, familyId, organizationId, branchId, deviceKind: kind }
}

type GuestRow = {
  organizationId: string
  branchId: string
  sessionId: string
  tableId: string
  guestState: string
  isHost: boolean
  sessionState: string
  revoked: boolean
}

async function findGuest({ gateway }: Deps, guestId: string, familyId: string): Promise<Actor> {
  const [row] = await gateway.lookup<GuestRow[]>`
    select organization_id as "organizationId", branch_id as "branchId", session_id as "sessionId",
      table_id as "tableId", guest_state as "guestState", is_host as "isHost", session_state as "sessionState", revoked
    from app.find_guest(${guestId}, ${familyId})`
  if (!row || row.revoked || row.sessionState !== 'open') throw new ApiError('TOKEN_REVOKED')
  if (row.guestState !== 'active' && row.guestState !== 'pending') throw new ApiError('TOKEN_REVOKED')
  const { organizationId, branchId, tableId, isHost } = row
  return {
    kind: 'guest',
    guestId,
    familyId,
    organizationId,
    branchId,
    tableId,
    isHost,
    tableSessionId: row.sessionId,
    state: row.guestState,
  }
}

type StaffRow = {
  organizationId: string | null
  membershipId: string | null
  role: Role | null
  disabled: boolean
  revoked: boolean
  authenticatedAt: string
  mustEnrol: boolean
}

async function findStaff(
  { gateway }: Deps,
  userId: string,
  familyId: string,
  branchId?: string,
): Promise<Actor> {
  const [row] = await gateway.lookup<StaffRow[]>`
    select organization_id as "organizationId", membership_id as "membershipId", role, disabled, revoked,
      authenticated_at as "authenticatedAt", must_enrol as "mustEnrol"
    from app.find_staff(${userId}, ${familyId}, ${branchId ?? null})`
  if (!row || row.revoked || row.disabled) throw new ApiError('TOKEN_REVOKED')
  const authenticatedAtMs = Date.parse(row.authenticatedAt)
  if (branchId === undefined) return { kind: 'user', userId, familyId, authenticatedAtMs }
  const { organizationId, membershipId, role } = row
  if (organizationId === null || membershipId === null || role === null) throw new ApiError('NOT_FOUND')
  if (row.mustEnrol) throw new ApiError('TWO_FACTOR_REQUIRED')
  return {
    kind: 'staff',
    userId,
    familyId,
    authenticatedAtMs,
    organizationId,
    branchId,
    membershipId,
    role,
  }
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
