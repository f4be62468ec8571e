import { z } from 'zod'
import { Accent } from './menu.ts'
import { Id, Instant, line, NextPage } from './primitives.ts'

export const DeviceKind = z.enum(['kds', 'pos'])

export const CreateDeviceKeyInput = z.strictObject({
  kind: DeviceKind,
  maxActivations: z.int().min(1).max(20).default(1),
  expiresInHours: z
    .int()
    .min(1)
    .max(7 * 24)
    .default(24),
})
export type CreateDeviceKeyInput = z.infer<typeof CreateDeviceKeyInput>

const keyFacts = { id: Id, kind: DeviceKind, maxActivations: z.int(), expiresAt: Instant }
/** The only answer that ever holds the key. */
export const NewDeviceKey = z.strictObject({ ...keyFacts, key: z.string() })
export type NewDeviceKey = z.infer<typeof NewDeviceKey>

export const Device = z.strictObject({
  id: Id,
  kind: DeviceKind,
  name: z.string(),
  activatedAt: Instant,
  lastVerifiedAt: Instant,
})
/** Devices that are paired now, page by page, and the latest keys that can still pair one. */
export const DeviceList = z.strictObject({
  devices: z.array(Device),
  next: NextPage,
  keys: z.array(z.strictObject({ ...keyFacts, activations: z.int() })),
})
export type DeviceList = z.infer<typeof DeviceList>

export const DevicePath = z.strictObject({ branchId: Id, deviceId: Id })
export const DeviceKeyPath = z.strictObject({ branchId: Id, keyId: Id })

/** A key is typed on the device; dashes, spaces and case do not matter. `deviceId` names the device and proves nothing. */
export const ActivateDeviceInput = z.strictObject({
  key: z
    .string()
    .max(60)
    .transform((key) => key.toUpperCase().replaceAll(/[\s-]/g, ''))
    .pipe(z.string().regex(/^[2-9A-HJ-NP-Z]{24}$/)),
  deviceId: z.uuid(),
  kind: DeviceKind,
  name: line(40),
})
export type ActivateDeviceInput = z.infer<typeof ActivateDeviceInput>

export const VerifyDeviceInput = z.strictObject({ deviceId: z.uuid(), attemptId: z.uuid() })
export type VerifyDeviceInput = z.infer<typeof VerifyDeviceInput>

/** `expiresIn` in seconds; there is no other way to such a token. */
export const DeviceAccess = z.strictObject({
  accessToken: z.string(),
  expiresIn: z.int(),
  device: z.strictObject({
    id: Id,
    kind: DeviceKind,
    name: z.string(),
    branchId: Id,
    branchName: z.string(),
    accent: Accent,
    logo: z.string().nullable(),
  }),
})
export type DeviceAccess = z.infer<typeof DeviceAccess>
