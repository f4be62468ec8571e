import { createHmac } from 'node:crypto'
import type { JournalEntry } from '@repo/db'
import {
  type OrganizationEventKind,
  type OrganizationPayload,
  organizationEvents,
  type SecurityEventKind,
  type SecurityPayload,
  securityEvents,
} from '@repo/schemas/contract'
import type { Deps } from '../http/deps.ts'

/** An entry of the security stream, as the catalogue demands it. */
export const securityEntry = <K extends SecurityEventKind>(
  kind: K,
  payload: SecurityPayload<K>,
): JournalEntry => ({
  audience: 'platform',
  kind,
  payload: securityEvents[kind].parse(payload),
})

/** An entry of the organization's audit stream, as the catalogue demands it. */
export const organizationEntry = <K extends OrganizationEventKind>(
  kind: K,
  payload: OrganizationPayload<K>,
): JournalEntry => ({ audience: 'organization', kind, payload: organizationEvents[kind].parse(payload) })

/** Recognises a network again without keeping its address: a keyed hash, 128 bits of it. */
export const networkOf = ({ env }: Deps, clientAddress: string): string =>
  createHmac('sha256', env.JWT_REFRESH_SECRET)
    .update(`network|${clientAddress}`)
    .digest('base64url')
    .slice(0, 22)
