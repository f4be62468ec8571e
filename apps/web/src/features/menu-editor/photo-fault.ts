import { ApiProblem } from '@repo/api-client'

/** Key of the sentence that says why a photo was not taken. */
export type PhotoFault = 'type' | 'size' | 'broken' | 'pixels' | 'busy' | 'other'

const byCode: Record<string, PhotoFault> = {
  UNSUPPORTED_MEDIA: 'type',
  BODY_TOO_LARGE: 'size',
  UNAVAILABLE: 'busy',
  RATE_LIMITED: 'busy',
  BROKEN: 'broken',
  TOO_MANY_PIXELS: 'pixels',
}

export function photoFault(error: unknown): PhotoFault {
  if (!(error instanceof ApiProblem)) return 'other'
  const detail = error.problem?.errors?.[0]?.code
  return byCode[detail ?? error.code] ?? 'other'
}
