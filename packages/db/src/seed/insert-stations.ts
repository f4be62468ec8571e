import { uuidv7 } from '@repo/auth'
import type { Tx } from '../gateway.ts'
import { stations } from '../schema/index.ts'
import { stations as sampleStations } from './menu/stations.ts'

export type StationKey = keyof typeof sampleStations
export type Tenant = { organizationId: string; branchId: string }

/** Makes the four kitchen stations that a branch starts with; answers their ids. */
export async function insertStations(tx: Tx, tenant: Tenant): Promise<Record<StationKey, string>> {
  const ids = { fire: uuidv7(), bowls: uuidv7(), cold: uuidv7(), bar: uuidv7() }
  const keys = Object.keys(sampleStations) as StationKey[]
  await tx.db
    .insert(stations)
    .values(keys.map((key, position) => ({ ...tenant, id: ids[key], position, ...sampleStations[key] })))
  return ids
}
