import type { Permission } from '@repo/auth/policy'
import type { z } from 'zod'
import type { LimitName } from '../security/rate-limiter.ts'
import type { Upload } from './read-upload.ts'

export type Schema = z.ZodType
/** A part that a route does not take is undeclared, and the client's types then do not ask for it. */
export type Declared = Schema | undefined
export type Status = 200 | 201

/** Everything there is to know about a route, declared once: who may call it, what it takes and what it may return. */
export type EndpointDeclaration<
  P extends Declared = Declared,
  Q extends Declared = Declared,
  J extends Declared = Declared,
  R extends Schema = Schema,
  S extends Status = Status,
> = {
  summary: string
  guard: Permission
  limit: LimitName
  params?: P
  query?: Q
  json?: J
  /** Takes one file as the whole body, with a limit of its own; the handler finds it in `c.var.upload`. */
  upload?: Upload
  /** Demands an `Idempotency-Key`, which the verb stores with its success. */
  idempotent?: boolean
  /** A sensitive change: a sign-in that was not confirmed recently gets STEP_UP_REQUIRED. */
  stepUp?: true
  /** The route reads or sets a cookie, so the browser must say that our own page calls it. */
  cookie?: boolean
  returns: R | 'event-stream' | 'bytes'
  status?: S
}
