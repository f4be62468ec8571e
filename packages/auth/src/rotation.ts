/** What the store knows about a presented refresh token. */
export type StoredToken = {
  familyRevoked: boolean
  /** Past its idle life, or the family past its absolute one. */
  expired: boolean
  /** The attempt that rotated it; null while it is current. */
  rotatedBy: string | null
  /** Whether the token that it was rotated into has itself been rotated. */
  successorUsed: boolean
}

export type RotationDecision = 'rotate' | 'repeat-successor' | 'reuse' | 'revoked' | 'expired'

/**
 * What the use of a refresh token means. A rotated token is a theft, even after its family ended, unless it comes
 * back with the attempt that rotated it before anybody has used what that attempt got.
 */
export function decideRotation(token: StoredToken, attemptHash: string): RotationDecision {
  const { rotatedBy, successorUsed } = token
  if (rotatedBy !== null && (successorUsed || rotatedBy !== attemptHash)) return 'reuse'
  if (token.familyRevoked) return 'revoked'
  if (rotatedBy !== null) return 'repeat-successor'
  return token.expired ? 'expired' : 'rotate'
}
