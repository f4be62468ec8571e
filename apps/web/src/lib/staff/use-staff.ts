'use client'

import type { AccountBranch } from '@repo/schemas/contract'
import { usePathname, useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { z } from 'zod'
import { useStore } from 'zustand'
import { staffStore, startStaffSession } from './staff-session.ts'

export type StaffBranch = z.infer<typeof AccountBranch>

/** The signed-in person and the branch in work; sends everybody else to the sign-in page. */
export function useStaff() {
  const state = useStore(staffStore)
  const router = useRouter()
  const path = usePathname()
  useEffect(() => void startStaffSession(), [])
  useEffect(() => {
    if (state.status === 'out') router.replace(`/sign-in?next=${encodeURIComponent(path)}`)
  }, [state.status, router, path])
  useEffect(() => {
    if (state.mustEnrol) router.replace('/account')
  }, [state.mustEnrol, router])
  useEffect(() => {
    if (state.status !== 'offline') return
    const retry = setInterval(() => void startStaffSession(), 3_000)
    return () => clearInterval(retry)
  }, [state.status])
  const branch: StaffBranch | undefined = state.account?.branches.find(({ id }) => id === state.branchId)
  return { status: state.status, account: state.account, branch, mustEnrol: state.mustEnrol }
}
