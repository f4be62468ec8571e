import { fieldError } from '../../http/api-error.ts'
import type { Deps } from '../../http/deps.ts'
import { SendRefused } from '../../security/check-target.ts'

/** Looks at a URL as every delivery will do again. @throws VALIDATION_FAILED, alike for whatever lies behind it */
export async function checkUrl({ sender }: Deps, url: string): Promise<void> {
  try {
    await sender.check(url)
  } catch (error) {
    if (!(error instanceof SendRefused)) throw error
    throw fieldError(
      'VALIDATION_FAILED',
      'url',
      'must be an https address that the public internet can reach',
    )
  }
}
