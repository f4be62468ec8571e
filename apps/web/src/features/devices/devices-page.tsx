'use client'

import { StaffScreen } from '@/lib/staff/staff-screen.tsx'
import { Devices } from './devices.tsx'

export const DevicesPage = () => (
  <StaffScreen needs="device:manage">{(branch) => <Devices branchId={branch.id} />}</StaffScreen>
)
