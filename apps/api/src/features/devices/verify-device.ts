import type { JournalEntry } from '@repo/db'
import { devices } from '@repo/db/schema'
import type { VerifyDeviceInput } from '@repo/schemas/contract'
import { eq } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { Ctx } from '../../http/ctx.ts'
import { networkOf } from '../../security/network-of.ts'
import { findFamily, type RefreshGrant, renewFamily } from '../../security/refresh-family.ts'
import { type FoundDevice, findDevice } from './find-device.ts'
import { type DeviceGrant, grantDeviceAccess } from './grant-device-access.ts'

/**
 * The only way to a device's access token: the cookie of its pairing and the id that it gave itself.
 * @throws LICENSE_NOT_ACTIVATED, the same for a device that was never paired, is revoked or has no cookie
 */
export async function verifyDevice(
  ctx: Ctx,
  cookieToken: string | undefined,
  { deviceId, attemptId }: VerifyDeviceInput,
): Promise<DeviceGrant> {
  const { deps } = ctx
  const family = cookieToken === undefined ? undefined : await findFamily(deps, 'device', cookieToken)
  // A family without a device was replaced by a later pairing.
  if (!family?.ownerId) throw new ApiError('LICENSE_NOT_ACTIVATED')
  const { ownerId, familyId } = family
  const device = await findDevice(deps, ownerId, familyId)
  if (device.deviceId !== deviceId) throw new ApiError('LICENSE_NOT_ACTIVATED')
  const grant = await renew(ctx, { cookieToken, attemptId, id: ownerId, device })
  await noteLaunch(ctx, ownerId, device)
  return grantDeviceAccess(deps, ownerId, grant)
}

type Renewal = { cookieToken: string | undefined; attemptId: string; id: string; device: FoundDevice }

async function renew(
  { deps, author }: Ctx,
  { cookieToken, attemptId, id, device }: Renewal,
): Promise<RefreshGrant> {
  try {
    return await renewFamily(deps, { kind: 'device', cookieToken, attemptId, author })
  } catch (error) {
    if (!(error instanceof ApiError) || !error.code.startsWith('TOKEN_')) throw error
    if (error.code === 'TOKEN_REUSE')
      await deps.gateway.run(scopeOf(id, device), (tx) =>
        tx.append([about(id, 'device.token_reused')], author),
      )
    throw new ApiError('LICENSE_NOT_ACTIVATED')
  }
}

async function noteLaunch({ deps, author, clientAddress, now }: Ctx, id: string, device: FoundDevice) {
  const lastNetwork = networkOf(clientAddress)
  await deps.gateway.run(scopeOf(id, device), async ({ db, append }) => {
    const [before] = await db
      .select({ lastNetwork: devices.lastNetwork })
      .from(devices)
      .where(eq(devices.id, id))
    await db.update(devices).set({ lastNetwork, lastVerifiedAt: now.toISOString() }).where(eq(devices.id, id))
    if (before?.lastNetwork !== lastNetwork) await append([about(id, 'device.network_changed')], author)
  })
}

const scopeOf = (subjectId: string, { kind, organizationId, branchId }: FoundDevice) =>
  ({ kind, organizationId, branchId, subjectId }) as const

const about = (deviceId: string, kind: string): JournalEntry => ({
  audience: 'organization',
  kind,
  payload: { deviceId },
})
