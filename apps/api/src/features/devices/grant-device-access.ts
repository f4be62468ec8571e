import { serializeRefreshCookie } from '@repo/auth'
import type { DeviceAccess } from '@repo/schemas/contract'
import type { Deps } from '../../http/deps.ts'
import type { RefreshGrant } from '../../security/refresh-family.ts'
import { findDevice } from './find-device.ts'

/** What a device gets: the access token in the body, the refresh token in a cookie only. */
export type DeviceGrant = { access: DeviceAccess; cookie: string }

/** @throws LICENSE_NOT_ACTIVATED for a device that is no longer paired */
export async function grantDeviceAccess(
  deps: Deps,
  id: string,
  { familyId, token, maxAgeSeconds }: RefreshGrant,
): Promise<DeviceGrant> {
  const found = await findDevice(deps, id, familyId)
  const { kind, name, branchId, branchName, logo } = found
  const accent = { hue: found.accentHue, chroma: found.accentChroma }
  const issued = await deps.tokens.issue({ audience: 'device', subject: id, familyId })
  return {
    access: { ...issued, device: { id, kind, name, branchId, branchName, accent, logo } },
    cookie: serializeRefreshCookie('device', token, maxAgeSeconds, deps.mode),
  }
}
