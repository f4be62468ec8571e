'use client'

import { StaffScreen } from '@/lib/staff/staff-screen.tsx'
import { BranchSettings } from './branch-settings.tsx'

export const BranchSettingsPage = () => (
  <StaffScreen needs="branch:update">{(branch) => <BranchSettings branch={branch} />}</StaffScreen>
)
