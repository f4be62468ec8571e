export type Hsts = 'full' | 'basic' | 'off'

export type Options = {
  site: URL
  /** A staff account of the deployment. */
  account?: { email: string; password: string }
  /** Allows two disposable restaurants to be signed up. */
  signupToken?: string
  /** `slug/code`, as on a table's sticker. */
  table?: string
  healthSecret?: string
  /** What the deployment was told to send. */
  hsts: Hsts
  /** Where the host answers plain http. */
  httpPort?: number
  /** Ports that must be closed. */
  ports?: readonly number[]
  /** Certificates (PEM) to trust beside the public ones. */
  ca?: string
}

/** A host name of this machine itself. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127\.\d+\.\d+\.\d+$/.test(hostname)
