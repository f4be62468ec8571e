import { z } from 'zod'

/** Kinds of live events. Payloads carry ids, codes and amounts, never names, notes or addresses. */
export const eventKinds = [
  'order.placed',
  'order.confirmed',
  'order.refused',
  'order.lines_moved',
  'session.opened',
  'session.closed',
  'guest.joined',
  'guest.moved',
  'host.changed',
  'join_code.rotated',
  'service_call.made',
  'service_call.moved',
  'menu.changed',
  'branch.changed',
  'table.created',
  'table.code_rotated',
  'staff.created',
  'staff.changed',
  'device.activated',
  'device.revoked',
] as const
export const EventKind = z.enum(eventKinds)
export type EventKind = z.infer<typeof EventKind>

export const LiveEvent = z.strictObject({
  kind: EventKind,
  at: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type LiveEvent = z.infer<typeof LiveEvent>
