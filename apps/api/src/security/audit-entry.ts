import type { JournalEntry } from '@repo/db'
import {
  type OrganizationEventKind,
  type OrganizationPayload,
  organizationEvents,
  type SecurityEventKind,
  type SecurityPayload,
  securityEvents,
} from '@repo/schemas/contract'

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
