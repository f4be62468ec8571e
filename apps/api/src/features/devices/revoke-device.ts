import { devices } from '@repo/db/schema'
import { and, eq, isNull } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'

/** Ends a device: its key's slot is free, its next action is refused and its live streams end. @throws NOT_FOUND */
export function revokeDevice({ author, now, tx }: StaffCtx, deviceId: string): Promise<void> {
  return tx(async ({ db, append }) => {
    const [revoked] = await db
      .update(devices)
      .set({ revokedAt: now.toISOString() })
      .where(and(eq(devices.id, deviceId), isNull(devices.revokedAt)))
      .returning({ id: devices.id })
    if (!revoked) throw new ApiError('NOT_FOUND')
    const event = { kind: 'device.revoked', payload: { deviceId } }
    await append(
      [
        { audience: 'branch', ...event },
        { audience: 'organization', ...event },
      ],
      author,
    )
  })
}
