'use client'

import { StaffScreen } from '@/lib/staff/staff-screen.tsx'
import { Webhooks } from './webhooks.tsx'

export const WebhooksPage = () => (
  <StaffScreen needs="webhook:manage">{(branch) => <Webhooks branch={branch} />}</StaffScreen>
)
