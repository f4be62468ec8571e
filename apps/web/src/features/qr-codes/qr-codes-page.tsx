'use client'

import { StaffScreen } from '@/lib/staff/staff-screen.tsx'
import { QrCodes } from './qr-codes.tsx'

export const QrCodesPage = () => (
  <StaffScreen needs="table:manage">{(branch) => <QrCodes branch={branch} />}</StaffScreen>
)
