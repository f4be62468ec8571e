import { createHmac } from 'node:crypto'
import type { Deps } from '../http/deps.ts'

/** Recognises a network again without keeping its address: a keyed hash, 128 bits of it. */
export const hashNetwork = ({ env }: Deps, clientAddress: string): string =>
  createHmac('sha256', env.JWT_REFRESH_SECRET)
    .update(`network|${clientAddress}`)
    .digest('base64url')
    .slice(0, 22)
