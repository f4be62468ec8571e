import { createHmac } from 'node:crypto'

type Json = Record<string, unknown>
export type DecodedToken = { header: Json; payload: Json }

/** Reads a token without verifying it. @throws when it is not a JWT */
export function decodeToken(token: string): DecodedToken {
  const [header = '', payload = ''] = token.split('.')
  return { header: decodePart(header), payload: decodePart(payload) }
}

const decodePart = (part: string): Json => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
const encodePart = (part: Json): string => Buffer.from(JSON.stringify(part)).toString('base64url')

/** A forged token: signed by HMAC with the secret, or with an empty signature. */
export function forgeToken({ header, payload }: DecodedToken, secret?: string): string {
  const signed = `${encodePart(header)}.${encodePart(payload)}`
  const signature =
    secret === undefined ? '' : createHmac('sha256', secret).update(signed).digest('base64url')
  return `${signed}.${signature}`
}

/** The same token with one bit of its signature flipped. */
export function flipBit(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const bytes = Buffer.from(signature, 'base64url')
  bytes[0] = (bytes[0] ?? 0) ^ 1
  return `${header}.${payload}.${bytes.toString('base64url')}`
}
