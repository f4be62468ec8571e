'use client'

import type { Accent } from '@repo/schemas/contract'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { z } from 'zod'
import { useStore } from 'zustand'
import { staffApi, staffSession, staffStore, startStaffSession } from '@/lib/staff/staff-session.ts'
import { deviceApi, deviceSession, deviceStore, startDeviceSession } from './device-session.ts'
import type { KitchenAccess } from './kitchen-access.tsx'
import { keepBoard } from './last-board.ts'

export type KitchenBranch = { id: string; name: string; logo: string | null; accent: z.infer<typeof Accent> }
type Identity =
  | { status: 'starting' | 'unpaired' | 'offline' }
  | { status: 'ready'; branch: KitchenBranch; access: KitchenAccess }

const retryMs = 3_000
const asPerson: KitchenAccess = { api: staffApi, fetch: staffSession.fetch }
const asDevice: KitchenAccess = { api: deviceApi, fetch: deviceSession.fetch, keep: keepBoard }

/** Whoever is signed in works here; where nobody is, the display works as itself once it is paired. */
export function useKitchenIdentity(): Identity {
  const staff = useStore(staffStore)
  const { status, device } = useStore(deviceStore)
  const router = useRouter()
  const nobody = staff.status === 'out'
  const isLost = staff.status === 'offline' || (nobody && status === 'offline')

  useEffect(() => void startStaffSession(), [])
  useEffect(() => {
    if (nobody) void startDeviceSession()
  }, [nobody])
  useEffect(() => {
    if (!isLost) return
    const retry = setInterval(() => void (nobody ? startDeviceSession() : startStaffSession()), retryMs)
    return () => clearInterval(retry)
  }, [isLost, nobody])
  useEffect(() => {
    if (staff.mustEnrol) router.replace('/account')
  }, [staff.mustEnrol, router])

  const branch = staff.account?.branches.find(({ id }) => id === staff.branchId)
  if (branch) return { status: 'ready', branch, access: asPerson }
  if (isLost) return { status: 'offline' }
  if (!nobody || status === 'starting') return { status: 'starting' }
  if (!device) return { status: 'unpaired' }
  const { branchId, branchName, logo, accent } = device
  return { status: 'ready', branch: { id: branchId, name: branchName, logo, accent }, access: asDevice }
}
