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

/** What the use of a refresh token means (D3). A rotated token that comes back with another attempt is a theft. */
export function decideRotation(token: StoredToken, attemptHash: string): RotationDecision {
  if (token.familyRevoked) return 'revoked'
  if (token.rotatedBy !== null)
    return token.rotatedBy === attemptHash && !token.successorUsed ? 'repeat-successor' : 'reuse'
  return token.expired ? 'expired' : 'rotate'
}
