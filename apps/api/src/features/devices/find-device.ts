import type { DeviceKind } from '@repo/auth/policy'
import { ApiError } from '../../http/api-error.ts'
import type { Deps } from '../../http/deps.ts'

export type FoundDevice = {
  organizationId: string
  branchId: string
  branchName: string
  /** The id that the device gave itself. */
  deviceId: string
  kind: DeviceKind
  name: string
  accentHue: number
  accentChroma: number
  logo: string | null
}

/** A paired device by its row and its current family. @throws LICENSE_NOT_ACTIVATED, the same for every reason */
export async function findDevice({ gateway }: Deps, id: string, familyId: string): Promise<FoundDevice> {
  const [row] = await gateway.lookup<(FoundDevice & { revoked: boolean })[]>`
    select organization_id as "organizationId", branch_id as "branchId", branch_name as "branchName",
      device_id as "deviceId", kind, name, accent_hue as "accentHue", accent_chroma as "accentChroma", logo, revoked
    from app.find_device(${id}, ${familyId})`
  if (!row || row.revoked) throw new ApiError('LICENSE_NOT_ACTIVATED')
  return row
}
