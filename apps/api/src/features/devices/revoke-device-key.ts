import { deviceKeys } from '@repo/db/schema'
import { and, eq, isNull } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'

/** Revokes a key: it no longer pairs. Devices that it has paired stay. @throws NOT_FOUND */
export function revokeDeviceKey({ author, now, tx }: StaffCtx, keyId: string): Promise<void> {
  return tx(async ({ db, append }) => {
    const revoked = await db
      .update(deviceKeys)
      .set({ revokedAt: now.toISOString() })
      .where(and(eq(deviceKeys.id, keyId), isNull(deviceKeys.revokedAt)))
      .returning({ id: deviceKeys.id })
    if (revoked.length === 0) throw new ApiError('NOT_FOUND')
    await append([{ audience: 'organization', kind: 'device_key.revoked', payload: { keyId } }], author)
  })
}
