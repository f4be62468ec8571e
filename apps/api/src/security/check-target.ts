import { isIP } from 'node:net'

/** Why a URL that a user gave us is not called. */
export type TargetProblem =
  | 'URL_INVALID'
  | 'URL_SCHEME'
  | 'URL_USERINFO'
  | 'URL_PORT'
  | 'NAME_UNKNOWN'
  | 'ADDRESS_NOT_PUBLIC'

export type SendProblem = TargetProblem | 'TIMEOUT' | 'CONNECTION_FAILED' | 'RESPONSE_TOO_LARGE'

/** A call that was refused or did not complete. It reveals nothing about what was found inside. */
export class SendRefused extends Error {
  readonly code: SendProblem

  constructor(code: SendProblem) {
    super(code)
    this.name = 'SendRefused'
    this.code = code
  }
}

export type TargetPolicy = {
  schemes: readonly string[]
  ports: readonly number[] | 'any'
  isAllowed: (address: string) => boolean
  /** All addresses of a name, IPv4 and IPv6. */
  resolve: (name: string) => Promise<readonly string[]>
}

/** A URL and the one address that it may be reached at. */
export type Target = { url: URL; host: string; address: string; port: number }

/**
 * Resolves a foreign URL and checks where it leads. Every address of the name must be allowed, and the caller connects to
 * the one that is returned: a name that later resolves differently changes nothing. @throws SendRefused
 */
export async function checkTarget(text: string, policy: TargetPolicy): Promise<Target> {
  if (!URL.canParse(text)) throw new SendRefused('URL_INVALID')
  const url = new URL(text)
  if (!policy.schemes.includes(url.protocol)) throw new SendRefused('URL_SCHEME')
  if (url.username !== '' || url.password !== '') throw new SendRefused('URL_USERINFO')
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
  if (policy.ports !== 'any' && !policy.ports.includes(port)) throw new SendRefused('URL_PORT')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) === 0 ? await lookUp(host, policy) : [host]
  const [address] = addresses
  if (address === undefined) throw new SendRefused('NAME_UNKNOWN')
  if (!addresses.every(policy.isAllowed)) throw new SendRefused('ADDRESS_NOT_PUBLIC')
  return { url, host, address, port }
}

const lookUp = (host: string, { resolve }: TargetPolicy): Promise<readonly string[]> =>
  resolve(host).catch(() => {
    throw new SendRefused('NAME_UNKNOWN')
  })
