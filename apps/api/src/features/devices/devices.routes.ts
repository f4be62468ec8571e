import { readRefreshCookie } from '@repo/auth'
import {
  ActivateDeviceInput,
  BranchPath,
  CreateDeviceKeyInput,
  DeviceAccess,
  DeviceKeyPath,
  DeviceList,
  DevicePath,
  Empty,
  NewDeviceKey,
  PageQuery,
  VerifyDeviceInput,
} from '@repo/schemas/contract'
import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { anyCtx, staffCtx } from '../../http/ctx.ts'
import { endpoint, reply } from '../../http/endpoint.ts'
import { activateDevice } from './activate-device.ts'
import { createDeviceKey } from './create-device-key.ts'
import { listDevices } from './list-devices.ts'
import { revokeDevice } from './revoke-device.ts'
import { revokeDeviceKey } from './revoke-device-key.ts'
import { verifyDevice } from './verify-device.ts'

export const deviceRoutes = new Hono<AppEnv>()
  .post(
    '/devices/activate',
    endpoint({
      summary: 'Pair this device with a key',
      guard: 'device:activate',
      limit: 'activatePerAddress',
      query: Empty,
      json: ActivateDeviceInput,
      cookie: true,
      returns: DeviceAccess,
      status: 201,
    }),
    async (c) => {
      const { access, cookie } = await activateDevice(anyCtx(c), c.req.valid('json'))
      return reply(c, access, { 'set-cookie': cookie })
    },
  )
  .post(
    '/devices/verify',
    endpoint({
      summary: 'An access token for this paired device',
      guard: 'device:verify',
      limit: 'verifyPerAddress',
      query: Empty,
      json: VerifyDeviceInput,
      cookie: true,
      returns: DeviceAccess,
    }),
    async (c) => {
      const cookieToken = readRefreshCookie(c.req.raw.headers.get('cookie'), 'device', c.var.deps.mode)
      const { access, cookie } = await verifyDevice(anyCtx(c), cookieToken, c.req.valid('json'))
      return reply(c, access, { 'set-cookie': cookie })
    },
  )
  .get(
    '/branches/:branchId/devices',
    endpoint({
      summary: 'Paired devices, and keys that can still pair a device',
      guard: 'device:read',
      limit: 'staffRead',
      params: BranchPath,
      query: PageQuery,
      returns: DeviceList,
    }),
    async (c) => reply(c, await listDevices(staffCtx(c), c.req.valid('query'))),
  )
  .delete(
    '/branches/:branchId/devices/:deviceId',
    endpoint({
      summary: 'Unpair a device',
      guard: 'device:manage',
      limit: 'staffWrite',
      params: DevicePath,
      returns: Empty,
    }),
    async (c) => {
      await revokeDevice(staffCtx(c), c.req.valid('param').deviceId)
      return reply(c, {})
    },
  )
  .post(
    '/branches/:branchId/device-keys',
    endpoint({
      summary: 'Create a key that pairs devices; it is shown once',
      guard: 'device:manage',
      limit: 'staffWrite',
      stepUp: true,
      params: BranchPath,
      json: CreateDeviceKeyInput,
      returns: NewDeviceKey,
      status: 201,
    }),
    async (c) => reply(c, await createDeviceKey(staffCtx(c), c.req.valid('json'))),
  )
  .delete(
    '/branches/:branchId/device-keys/:keyId',
    endpoint({
      summary: 'Revoke a key',
      guard: 'device:manage',
      limit: 'staffWrite',
      params: DeviceKeyPath,
      returns: Empty,
    }),
    async (c) => {
      await revokeDeviceKey(staffCtx(c), c.req.valid('param').keyId)
      return reply(c, {})
    },
  )
