'use client'

import { StaffScreen } from '@/lib/staff/staff-screen.tsx'
import { Team } from './team.tsx'

export const TeamPage = () => (
  <StaffScreen needs="staff:read">{(branch) => <Team branch={branch} />}</StaffScreen>
)
