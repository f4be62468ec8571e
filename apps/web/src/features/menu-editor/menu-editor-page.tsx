'use client'

import { StaffScreen } from '@/lib/staff/staff-screen.tsx'
import { MenuEditor } from './menu-editor.tsx'

export const MenuEditorPage = () => (
  <StaffScreen needs="menu:read">{(branch) => <MenuEditor branch={branch} />}</StaffScreen>
)
