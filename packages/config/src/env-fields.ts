import { z } from 'zod'
import { databaseUrlProblem } from './database-url-problem.ts'
import type { Mode } from './mode.ts'
import { originProblem } from './origin-problem.ts'
import { proxyProblem } from './proxy-problem.ts'
import { redisUrlProblem } from './redis-url-problem.ts'
import { type SecretStrength, secretProblem } from './secret-problem.ts'

/** What `.env.example` says about a variable, and whether `NAME_FILE` may hold it. */
export type About = { readonly about: string; readonly secret?: true }
export const about = z.registry<About>()

type Problem = (value: string) => string | undefined

/** A string and its one rule. Messages complete the sentence "NAME …" and never quote the value. */
const text = (problem: Problem) =>
  z.string('is missing').superRefine((value, ctx) => {
    const found = problem(value)
    if (found) ctx.addIssue(found)
  })

/** Cross-field rules run whatever else is wrong, so that all faults are reported at once. */
export const always = { when: () => true }

/** `pnpm dev` needs no value for these; production must name them. */
export const devDefault = <Output>(
  schema: z.ZodType<Output, string>,
  mode: Mode,
  value: string,
): z.ZodType<Output, string | undefined> => (mode === 'development' ? schema.prefault(value) : schema)

const splitList = (value: string): string[] => value.split(',').map((item) => item.trim())

const list = (problem: Problem) =>
  text((value) => {
    const problems = splitList(value).map(problem)
    const at = problems.findIndex((found) => found !== undefined)
    return at < 0 ? undefined : `item ${at + 1} ${problems[at]}`
  }).transform((value) => [...new Set(splitList(value))])

export const databaseUrl = (mode: Mode) => text((value) => databaseUrlProblem(value, mode))

export const redisUrl = (mode: Mode) => text((value) => redisUrlProblem(value, mode))

export const secretText = (strength: SecretStrength) => text((value) => secretProblem(value, strength))

export const optionalSecretList = (strength: SecretStrength) =>
  list((item) => secretProblem(item, strength))
    .default([])
    .readonly()

export const origin = (mode: Mode) => text((value) => originProblem(value, mode))

export const originList = (mode: Mode) => list((item) => originProblem(item, mode)).readonly()

export const optionalProxyList = () => list(proxyProblem).default([]).readonly()

export const host = () =>
  text((value) => (/^[\w.:[\]-]+$/.test(value) ? undefined : 'is not a host name or address'))

export const folder = () =>
  text((value) =>
    value.startsWith('/') ? undefined : 'must be an absolute path such as /var/lib/restai/audit',
  )

export const internalUrl = () =>
  text((value) => {
    if (!URL.canParse(value)) return 'is not a URL such as http://api:3001'
    const { protocol, origin } = new URL(value)
    if (protocol !== 'http:' && protocol !== 'https:') return 'must begin with http:// or https://'
    return origin === value ? undefined : 'must be scheme, host and port alone'
  })

export const smtpUrl = () =>
  text((value) => {
    if (!URL.canParse(value)) return 'is not a URL such as smtps://user:password@mail.example.com'
    const { protocol, hostname, pathname } = new URL(value)
    if (protocol !== 'smtp:' && protocol !== 'smtps:') return 'must begin with smtp:// or smtps://'
    return hostname !== '' && pathname.length <= 1 ? undefined : 'must name a host and no path'
  })

/** `rosa@example.com` or `RestAI <rosa@example.com>`, on one line. */
export const mailFrom = () =>
  text((value) =>
    /^(?:[^\p{Cc}<>"@,;:]{1,80} <[^\s<>,;:"@]+@[^\s<>,;:"@]+>|[^\s<>,;:"@]+@[^\s<>,;:"@]+)$/u.test(value)
      ? undefined
      : 'is not an address such as RestAI <noreply@example.com>',
  )

export const email = () =>
  text((value) =>
    z.email().safeParse(value).success ? undefined : 'is not an e-mail address such as ops@example.com',
  )

/** Where we send something to over the internet. */
export const httpsUrl = () =>
  text((value) =>
    URL.canParse(value) && new URL(value).protocol === 'https:'
      ? undefined
      : 'is not a URL such as https://alerts.example.com/restai',
  )

/** A folder or the name of a thing: no control characters, and no way up. */
export const path = () =>
  text((value) =>
    /^[\w./ :\\-]+$/.test(value) && !value.split(/[/\\]/).includes('..')
      ? undefined
      : 'is not a path without ..',
  )

export const plainName = () =>
  text((value) => (/^[A-Za-z0-9][\w.-]{1,127}$/.test(value) ? undefined : 'is not a plain name'))

export const integer = (min: number, max: number) =>
  text((value) =>
    /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max
      ? undefined
      : `must be a whole number from ${min} to ${max}`,
  ).transform(Number)

export const choice = <const T extends readonly [string, ...string[]]>(options: T) =>
  z.enum(options, { error: `must be one of ${options.join(', ')}` })
