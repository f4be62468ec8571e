import { ApiProblem, isUnanswered } from '@repo/api-client'

/**
 * Whether the server has decided against a call of staff. An ended sign-in decides nothing: the session sends its
 * owner to the sign-in page, and the call may be made again after it.
 */
export const isRefused = (error: unknown): boolean =>
  !(error instanceof ApiProblem) || !(isUnanswered(error.code) || error.code.startsWith('TOKEN_'))
