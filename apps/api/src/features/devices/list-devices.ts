import { device } from '@repo/config/limits'
import { deviceKeys, devices } from '@repo/db/schema'
import type { DeviceList } from '@repo/schemas/contract'
import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { StaffCtx } from '../../http/ctx.ts'

/** Devices that are paired with the branch, and keys that can still pair one. */
export function listDevices({ tx, now }: StaffCtx): Promise<z.input<typeof DeviceList>> {
  return tx(async ({ db }) => {
    const [paired, keys] = await Promise.all([
      db
        .select()
        .from(devices)
        .where(isNull(devices.revokedAt))
        .orderBy(asc(devices.activatedAt))
        .limit(device.maxListed),
      db
        .select({ key: deviceKeys, activations: sql<number>`count(${devices.id})::int` })
        .from(deviceKeys)
        .leftJoin(devices, and(eq(devices.keyId, deviceKeys.id), isNull(devices.revokedAt)))
        .where(and(isNull(deviceKeys.revokedAt), gt(deviceKeys.expiresAt, now.toISOString())))
        .groupBy(deviceKeys.id)
        .orderBy(desc(deviceKeys.createdAt))
        .limit(device.maxListed),
    ])
    return {
      devices: paired.map(({ id, kind, name, activatedAt, lastVerifiedAt }) => ({
        id,
        kind: kind as 'kds',
        name,
        activatedAt,
        lastVerifiedAt,
      })),
      keys: keys.map(({ key: { id, kind, maxActivations, expiresAt }, activations }) => ({
        id,
        kind: kind as 'kds',
        maxActivations,
        activations,
        expiresAt,
      })),
    }
  })
}
