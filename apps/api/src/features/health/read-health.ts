import type { Health } from '@repo/schemas/contract'
import { ApiError } from '../../http/api-error.ts'
import type { Ctx } from '../../http/ctx.ts'
import { isSameSecret } from '../../security/is-same-secret.ts'

/**
 * Whether the service can work; details for callers who know the secret. Only wrong guesses are counted.
 * @throws FORBIDDEN for a wrong secret, and for any where none is set; RATE_LIMITED
 */
export async function readHealth({ deps, clientAddress }: Ctx, secret: string | null): Promise<Health> {
  if (secret !== null) await checkSecret()
  const isUp = await deps.readiness.databaseAnswers()
  const status = isUp && !deps.readiness.draining ? 'ok' : 'unavailable'
  if (secret === null) return { status }
  return {
    status,
    details: {
      database: isUp ? 'ok' : 'unavailable',
      uptimeSeconds: Math.floor(process.uptime()),
      requestsUnderWay: deps.inFlight.count,
      openStreams: [...deps.openStreams].length,
      limits: deps.env.REDIS_URL === undefined ? 'own' : 'shared',
    },
  }

  async function checkSecret(): Promise<void> {
    const { HEALTH_SECRET } = deps.env
    await deps.limiter.takeKey('healthSecretPerAddress', clientAddress)
    if (!HEALTH_SECRET || !isSameSecret(secret ?? '', HEALTH_SECRET)) throw new ApiError('FORBIDDEN')
    await deps.limiter.forget('healthSecretPerAddress', clientAddress)
  }
}
