import { deviceKeyHashes, uuidv7 } from '@repo/auth'
import { can, type Role } from '@repo/auth/policy'
import type { JournalEntry } from '@repo/db'
import type { ActivateDeviceInput } from '@repo/schemas/contract'
import { ApiError } from '../../http/api-error.ts'
import type { Ctx } from '../../http/ctx.ts'
import { refreshSecrets } from '../../security/refresh-secrets.ts'
import { type DeviceGrant, grantDeviceAccess } from './grant-device-access.ts'
import { pairDevice } from './pair-device.ts'

type FoundKey = {
  keyId: string
  organizationId: string
  branchId: string
  kind: string
  giverRole: Role | null
}

/**
 * Pairs a device with the branch of its key. A device that pairs again keeps its place; its earlier cookie then
 * opens nothing.
 * @throws LICENSE_NOT_ACTIVATED for a key that is unknown, ended, expired or of another kind, LICENSE_MAX_ACTIVATIONS
 */
export async function activateDevice(ctx: Ctx, input: ActivateDeviceInput): Promise<DeviceGrant> {
  const { deps, author } = ctx
  const { env, gateway } = deps
  const hashes = deviceKeyHashes(input.key, refreshSecrets(env))
  const [found] = await gateway.lookup<FoundKey[]>`
    select key_id as "keyId", organization_id as "organizationId", branch_id as "branchId", kind,
      giver_role as "giverRole"
    from app.find_device_key(${hashes})`
  if (!found) throw new ApiError('LICENSE_NOT_ACTIVATED')
  const { keyId, organizationId, branchId } = found
  const familyId = uuidv7()
  const scope = { kind: 'activation', organizationId, branchId, subjectId: keyId, familyId } as const
  // A key is valid only while its maker may make keys.
  const isGood =
    found.kind === input.kind && found.giverRole !== null && can(found.giverRole, 'device:manage')
  const outcome = isGood ? await gateway.run(scope, (tx) => pairDevice(tx, ctx, scope, input)) : 'ended'
  if (typeof outcome === 'string') {
    const refused: JournalEntry = {
      audience: 'organization',
      kind: 'device.refused',
      payload: { keyId, reason: outcome },
    }
    await gateway.run(scope, (tx) => tx.append([refused], author))
    throw new ApiError(outcome === 'full' ? 'LICENSE_MAX_ACTIVATIONS' : 'LICENSE_NOT_ACTIVATED')
  }
  const { id, grant } = outcome
  return grantDeviceAccess(deps, id, grant)
}
