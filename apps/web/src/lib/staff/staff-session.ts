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
/** Somebody signed out, and the server has not heard of it yet. */
const leavingKey = 'restai.leaving'

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
  onRenewed: letIn,
  onEnded: () => staffStore.setState({ status: 'out', account: null }),
})

export const staffApi = createStaffApi({
  fetch: withStepUp(staffSession.fetch, () => staffStore.setState({ mustEnrol: true })),
})

/** For signing in and up, before there is a token. */
export const openApi = createStaffApi()

/** Takes a fresh sign-in. */
export function signedIn(access: StaffAccess): void {
  drop(leavingKey)
  staffSession.adopt(access)
  letIn(access)
}

function letIn({ account }: StaffAccess): void {
  const wanted = staffStore.getState().branchId ?? readKept(branchKey)
  const branch = account.branches.find(({ id }) => id === wanted) ?? account.branches[0]
  staffStore.setState({ status: 'in', account, branchId: branch?.id ?? null })
}

/** Brings the identity back from the cookie after a load; safe to call from several components. */
export async function startStaffSession(): Promise<void> {
  if (staffStore.getState().status === 'in') return
  if (readKept(leavingKey) !== null && !(await leave()))
    return staffStore.setState({ status: 'out', account: null })
  await staffSession.renew().catch(() => {
    // Only an ended session signs out; a busy or absent server is waited for. Somebody may have signed in meanwhile.
    if (staffStore.getState().status === 'starting') staffStore.setState({ status: 'offline' })
  })
}

export function chooseBranch(branchId: string): void {
  staffStore.setState({ branchId })
  keep(branchKey, branchId)
}

/** Ends this browser's sign-in, also without a network; screens go back to the sign-in page. */
export async function signOut(): Promise<void> {
  staffSession.clear()
  forget()
  staffStore.setState({ status: 'out', account: null, branchId: null, mustEnrol: false })
  keep(leavingKey, 'yes')
  await leave()
}

/** Tells the server; a sign-out that did not reach it is repeated before the cookie is used again. */
async function leave(): Promise<boolean> {
  const told = await fetch('/api/auth/logout', {
    method: 'POST',
    credentials: 'same-origin',
    keepalive: true,
  }).then(
    ({ ok }) => ok,
    () => false,
  )
  if (told) drop(leavingKey)
  return told
}

/** What staff left in this browser; a paired display keeps its name, which belongs to no person. */
function forget(): void {
  try {
    localStorage.removeItem(branchKey)
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith('restai.kitchen.')) sessionStorage.removeItem(key)
  } catch {
    // Nothing was kept then.
  }
}

function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // It then lasts as long as the page.
  }
}

function drop(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // It was not kept.
  }
}
