import { fieldError } from '../../http/api-error.ts'
import type { Deps } from '../../http/deps.ts'
import { SendRefused } from '../../security/check-target.ts'

/** Checks a URL as every delivery will again. @throws VALIDATION_FAILED, the same whatever lies behind it */
export async function checkUrl({ outgoingHttp }: Deps, url: string): Promise<void> {
  try {
    await outgoingHttp.check(url)
  } catch (error) {
    if (!(error instanceof SendRefused)) throw error
    throw fieldError(
      'VALIDATION_FAILED',
      'url',
      'must be an https address that the public internet can reach',
    )
  }
}
