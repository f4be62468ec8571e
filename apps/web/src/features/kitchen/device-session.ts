import { createSession, createStaffApi, unwrap } from '@repo/api-client'
import type { DeviceAccess } from '@repo/schemas/contract'
import { createStore } from 'zustand/vanilla'
import { forgetBoard } from './last-board.ts'

type DeviceState = {
  /** `starting` until the first verification has answered. */
  status: 'starting' | 'paired' | 'unpaired' | 'offline'
  device: DeviceAccess['device'] | null
  /** It was paired, and somebody ended that. */
  ended: boolean
}

const idKey = 'restai.device'

/** What this browser is paired as; the token itself stays inside the session, in memory. */
export const deviceStore = createStore<DeviceState>(() => ({
  status: 'starting',
  device: null,
  ended: false,
}))

export const deviceSession = createSession<DeviceAccess>({
  name: 'device',
  renewPath: '/api/devices/verify',
  renewBody: () => ({ deviceId: deviceId() }),
  onRenewed: paired,
  onEnded: () => {
    forgetBoard()
    deviceStore.setState(({ device }) => ({ status: 'unpaired', device: null, ended: device !== null }))
  },
})

export const deviceApi = createStaffApi({ fetch: deviceSession.fetch })

/** Every launch is verified anew; a busy or absent server is waited for. */
export async function startDeviceSession(): Promise<void> {
  await deviceSession.renew().catch(() => {
    if (deviceStore.getState().status === 'starting') deviceStore.setState({ status: 'offline' })
  })
}

/** Pairs this browser as a kitchen display. @throws ApiProblem */
export async function pairDisplay(input: { key: string; name: string }): Promise<void> {
  const json = { ...input, deviceId: deviceId(), kind: 'kds' as const }
  const access = await unwrap(createStaffApi().devices.devices.activate.$post({ query: {}, json }))
  deviceSession.adopt(access)
  paired(access)
}

function paired({ device }: DeviceAccess): void {
  deviceStore.setState({ status: 'paired', device, ended: false })
}

let unsavedId: string | undefined

/** Names this browser and proves nothing. Made once; without storage it lasts as long as the page. */
function deviceId(): string {
  try {
    const saved = localStorage.getItem(idKey)
    if (saved) return saved
    const fresh = crypto.randomUUID()
    localStorage.setItem(idKey, fresh)
    return fresh
  } catch {
    unsavedId ??= crypto.randomUUID()
    return unsavedId
  }
}
