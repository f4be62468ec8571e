import { createSession, createStaffApi } from '@repo/api-client'
import type { Account, StaffAccess } from '@repo/schemas/contract'
import { createStore } from 'zustand/vanilla'
import { withStepUp } from './step-up.ts'

type StaffState = {
  /** `starting` until the first renewal has answered. */
  status: 'starting' | 'in' | 'out' | 'offline'
  account: Account | null
  branchId: string | null
  /** The organization wants a second factor of this owner first. */
  mustEnrol: boolean
}

const branchKey = 'restai.branch'

/** Who is signed in on this browser; the token itself stays inside the session, in memory. */
export const staffStore = createStore<StaffState>(() => ({
  status: 'starting',
  account: null,
  branchId: null,
  mustEnrol: false,
}))

export const staffSession = createSession<StaffAccess>({
  name: 'staff',
  renewPath: '/api/auth/refresh',
  onRenewed: (access) => signedIn(access),
  onEnded: () => staffStore.setState({ status: 'out', account: null }),
})

export const staffApi = createStaffApi({
  fetch: withStepUp(staffSession.fetch, () => staffStore.setState({ mustEnrol: true })),
})

/** For signing in and up, before there is a token. */
export const openApi = createStaffApi()

/** Takes a fresh sign-in or a renewal. */
export function signedIn(access: StaffAccess): void {
  staffSession.adopt(access)
  const { branches } = access.account
  const wanted = staffStore.getState().branchId ?? readBranch()
  const branch = branches.find(({ id }) => id === wanted) ?? branches[0]
  staffStore.setState({ status: 'in', account: access.account, branchId: branch?.id ?? null })
}

/** Brings the identity back from the cookie after a load; safe to call from several components. */
export async function startStaffSession(): Promise<void> {
  if (staffStore.getState().status === 'in') return
  await staffSession.renew().catch(() => {
    // Only an ended session signs out; a busy or absent server is waited for.
    if (staffStore.getState().status !== 'out') staffStore.setState({ status: 'offline' })
  })
}

export function chooseBranch(branchId: string): void {
  staffStore.setState({ branchId })
  try {
    localStorage.setItem(branchKey, branchId)
  } catch {
    // The choice then lasts as long as the page.
  }
}

/** Ends this browser's sign-in; screens go back to the sign-in page. */
export async function signOut(): Promise<void> {
  await fetch('/api/auth/logout', { method: 'POST', credentials: 'same-origin' }).catch(() => {})
  staffSession.clear()
  staffStore.setState({ status: 'out', account: null })
}

function readBranch(): string | null {
  try {
    return localStorage.getItem(branchKey)
  } catch {
    return null
  }
}
