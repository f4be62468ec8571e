import { unwrap } from '@repo/api-client'
import type { MoveGuestInput } from '@repo/schemas/contract'
import { staffApi } from '@/lib/staff/staff-session.ts'

type SessionKey = { branchId: string; sessionId: string }

const session = staffApi.tableSessions.branches[':branchId']['table-sessions'][':sessionId']
const call = staffApi.serviceCalls.branches[':branchId']['service-calls'][':callId']

export const moveGuest = (key: SessionKey & { guestId: string }, to: MoveGuestInput['to']) =>
  unwrap(session.guests[':guestId'].move.$post({ param: key, json: { to } }))

export const renewJoinCode = (key: SessionKey) => unwrap(session['join-code'].$post({ param: key }))

/** Ends the session and with it its guests' access. It never opens again. */
export const closeSession = (key: SessionKey) => unwrap(session.close.$post({ param: key }))

export const moveCall = (key: { branchId: string; callId: string }, to: 'taken' | 'done') =>
  unwrap(call.move.$post({ param: key, json: { to } }))
