import { deviceKeyHashes, newDeviceKey, uuidv7 } from '@repo/auth'
import { deviceKeys } from '@repo/db/schema'
import type { CreateDeviceKeyInput, NewDeviceKey } from '@repo/schemas/contract'
import type { StaffCtx } from '../../http/ctx.ts'
import { toInstant } from '../../security/family-lifetimes.ts'

const hourMs = 3_600_000

/** Makes a key that pairs devices of one kind with this branch. It is answered once and stored as a keyed hash. */
export async function createDeviceKey(
  { deps, actor, author, now, tx }: StaffCtx,
  { kind, maxActivations, expiresInHours }: CreateDeviceKeyInput,
): Promise<NewDeviceKey> {
  const { organizationId, branchId, userId } = actor
  const key = newDeviceKey()
  const [keyHash = ''] = deviceKeyHashes(key, [deps.env.JWT_REFRESH_SECRET])
  const id = uuidv7()
  const expiresAt = toInstant(now.getTime() + expiresInHours * hourMs)
  await tx(async ({ db, append }) => {
    await db
      .insert(deviceKeys)
      .values({ id, organizationId, branchId, kind, keyHash, maxActivations, createdBy: userId, expiresAt })
    const payload = { keyId: id, kind, maxActivations }
    await append([{ audience: 'organization', kind: 'device_key.created', payload }], author)
  })
  return { id, key, kind, maxActivations, expiresAt }
}
