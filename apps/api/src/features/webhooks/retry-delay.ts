import { webhook } from '@repo/config/limits'

/** Seconds until the next try after `attempt` tries: 10 s, 40 s, … up to 7 h, each varied by up to a fifth. */
export function retryDelaySeconds(attempt: number, random: () => number = Math.random): number {
  const { firstRetrySeconds, retryFactor, maxRetrySeconds, retryJitter } = webhook
  const delay = Math.min(firstRetrySeconds * retryFactor ** (attempt - 1), maxRetrySeconds)
  return delay * (1 - retryJitter + 2 * retryJitter * random())
}
