import { createHash, createSecretKey, type KeyObject, randomUUID } from 'node:crypto'
import { accessToken } from '@repo/config/limits'
import { errors, jwtVerify, SignJWT } from 'jose'
import { AuthError } from './auth-error.ts'

export type Audience = 'staff' | 'customer' | 'device'
export type AccessClaims = { audience: Audience; subject: string; familyId: string; expiresAtMs: number }

export type AccessTokens = {
  /** Issues a token; `expiresIn` in seconds. */
  issue(claims: {
    audience: Audience
    subject: string
    familyId: string
  }): Promise<{ accessToken: string; expiresIn: number }>
  /** @throws AuthError TOKEN_EXPIRED for a good token past its time, TOKEN_INVALID for everything else */
  verify(token: string, audience: Audience): Promise<AccessClaims>
}

type Options = { current: string; previous: readonly string[]; lifetimeSeconds: number; now?: () => number }

const issuer = 'restai'
const algorithm = 'HS256'
const tokenType = 'at+jwt'

/** Access tokens (D2): HS256 with a key id, one audience each, short-lived. Replaced secrets still verify. */
export function createAccessTokens({
  current,
  previous,
  lifetimeSeconds,
  now = Date.now,
}: Options): AccessTokens {
  const keys = new Map([current, ...previous].map((secret) => [keyId(secret), toKey(secret)]))
  const signingKid = keyId(current)
  const signingKey = toKey(current)
  const verified = new Map<string, AccessClaims>()

  async function verifyAnew(token: string, audience: Audience): Promise<AccessClaims> {
    const { payload } = await jwtVerify(
      token,
      ({ kid }) => {
        const key = kid === undefined ? undefined : keys.get(kid)
        if (!key) throw new AuthError('TOKEN_INVALID')
        return key
      },
      {
        algorithms: [algorithm],
        issuer,
        audience,
        typ: tokenType,
        requiredClaims: ['sub', 'sid', 'jti', 'iat', 'exp'],
        maxTokenAge: accessToken.maxLifetimeSeconds,
        clockTolerance: accessToken.clockToleranceSeconds,
        currentDate: new Date(now()),
      },
    )
    const { sub, sid, iat = 0, exp = 0, aud } = payload
    if (typeof sub !== 'string' || typeof sid !== 'string' || typeof aud !== 'string')
      throw new AuthError('TOKEN_INVALID')
    if (exp - iat > accessToken.maxLifetimeSeconds) throw new AuthError('TOKEN_INVALID')
    return { audience, subject: sub, familyId: sid, expiresAtMs: exp * 1_000 }
  }

  return {
    async issue({ audience, subject, familyId }) {
      const issuedAt = Math.floor(now() / 1_000)
      const token = await new SignJWT({ sid: familyId })
        .setProtectedHeader({ alg: algorithm, kid: signingKid, typ: tokenType })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject)
        .setJti(randomUUID())
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifetimeSeconds)
        .sign(signingKey)
      return { accessToken: token, expiresIn: lifetimeSeconds }
    },

    async verify(token, audience) {
      if (token.length > accessToken.maxLengthChars) throw new AuthError('TOKEN_INVALID')
      const known = verified.get(token)
      if (known && known.audience === audience && known.expiresAtMs > now()) return known
      try {
        const claims = await verifyAnew(token, audience)
        if (verified.size >= accessToken.verifiedCacheEntries) verified.clear()
        verified.set(token, claims)
        return claims
      } catch (error) {
        throw new AuthError(error instanceof errors.JWTExpired ? 'TOKEN_EXPIRED' : 'TOKEN_INVALID')
      }
    },
  }
}

/** Stable, and says nothing of use about the secret. */
const keyId = (secret: string): string =>
  createHash('sha256').update(`kid:${secret}`).digest('hex').slice(0, 8)

const toKey = (secret: string): KeyObject => createSecretKey(Buffer.from(secret, 'utf8'))
