import { page } from '@repo/config/limits'
import { deviceKeys, devices } from '@repo/db/schema'
import type { DeviceList, PageQuery } from '@repo/schemas/contract'
import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { StaffCtx } from '../../http/ctx.ts'
import { requirePlace } from '../../http/require-place.ts'
import { takePage } from '../../http/take-page.ts'

/** Devices that are paired with the branch, and keys that can still pair one. @throws NOT_FOUND when `after` is gone */
export function listDevices(
  { tx: inTx, now }: StaffCtx,
  { limit, after }: PageQuery,
): Promise<z.input<typeof DeviceList>> {
  return inTx(async (tx) => {
    const { db } = tx
    await requirePlace(tx, devices.id, after)
    const [paired, keys] = await Promise.all([
      db
        .select()
        .from(devices)
        .where(
          and(
            isNull(devices.revokedAt),
            after
              ? sql`(${devices.activatedAt}, ${devices.id}) > (select l.activated_at, l.id from devices l where l.id = ${after})`
              : undefined,
          ),
        )
        .orderBy(asc(devices.activatedAt), asc(devices.id))
        .limit(limit + 1),
      db
        .select({ key: deviceKeys, activations: sql<number>`count(${devices.id})::int` })
        .from(deviceKeys)
        .leftJoin(devices, and(eq(devices.keyId, deviceKeys.id), isNull(devices.revokedAt)))
        .where(and(isNull(deviceKeys.revokedAt), gt(deviceKeys.expiresAt, now.toISOString())))
        .groupBy(deviceKeys.id)
        .orderBy(desc(deviceKeys.createdAt))
        .limit(page.maxItems),
    ])
    const { shown, next } = takePage(paired, limit, ({ id }) => id)
    return {
      next,
      devices: shown.map(({ id, kind, name, activatedAt, lastVerifiedAt }) => ({
        id,
        kind,
        name,
        activatedAt,
        lastVerifiedAt,
      })),
      keys: keys.map(({ key: { id, kind, maxActivations, expiresAt }, activations }) => ({
        id,
        kind,
        maxActivations,
        activations,
        expiresAt,
      })),
    }
  })
}
