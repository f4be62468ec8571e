import type { ErrorCode, Problem } from '@repo/schemas/contract'

/** `OFFLINE` is the client's own code: without a definite answer, the request may or may not have been carried out. */
export type ProblemCode = ErrorCode | 'OFFLINE'

/** A refused or unanswered call, with the API's stable code. */
export class ApiProblem extends Error {
  readonly code: ProblemCode
  readonly problem: Problem | undefined

  constructor(code: ProblemCode, problem?: Problem) {
    super(code)
    this.name = 'ApiProblem'
    this.code = code
    this.problem = problem
  }
}
