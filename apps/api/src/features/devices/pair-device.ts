import { uuidv7 } from '@repo/auth'
import type { Tx } from '@repo/db'
import { deviceKeys, devices } from '@repo/db/schema'
import type { ActivateDeviceInput } from '@repo/schemas/contract'
import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../../http/ctx.ts'
import { networkOf } from '../../security/network-of.ts'
import { type RefreshGrant, startFamily } from '../../security/refresh-family.ts'

type Place = { organizationId: string; branchId: string; subjectId: string; familyId: string }
type Paired = { id: string; grant: RefreshGrant }

/** Takes one of the key's places under the key's lock. A refusal is returned, not thrown, so that it is recorded. */
export async function pairDevice(
  tx: Tx,
  { deps, author, clientAddress, now }: Ctx,
  { organizationId, branchId, subjectId: keyId, familyId }: Place,
  { deviceId, kind, name }: ActivateDeviceInput,
): Promise<Paired | 'ended' | 'full'> {
  const { db } = tx
  const [key] = await db.select().from(deviceKeys).where(eq(deviceKeys.id, keyId)).for('update')
  if (!key || key.revokedAt !== null || Date.parse(key.expiresAt) <= now.getTime()) return 'ended'
  const paired = await db
    .select()
    .from(devices)
    .where(and(eq(devices.keyId, keyId), isNull(devices.revokedAt)))
  const same = paired.find((device) => device.deviceId === deviceId)
  if (!same && paired.length >= key.maxActivations) return 'full'
  const grant = await startFamily(tx, deps, { kind: 'device', familyId })
  const id = same?.id ?? uuidv7()
  const facts = { name, familyId, lastVerifiedAt: now.toISOString(), lastNetwork: networkOf(clientAddress) }
  if (same) await db.update(devices).set(facts).where(eq(devices.id, id))
  else await db.insert(devices).values({ id, organizationId, branchId, keyId, deviceId, kind, ...facts })
  const event = { kind: 'device.activated', payload: { deviceId: id, keyId, kind } }
  await tx.append(
    [
      { audience: 'branch', ...event },
      { audience: 'organization', ...event },
    ],
    author,
  )
  return { id, grant }
}
