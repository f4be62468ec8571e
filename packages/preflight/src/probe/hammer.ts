import type { Reply } from '../exchange.ts'
import { perTarget, type Target } from '../target.ts'

/** Cheap, and limited for each address to 60 requests a minute. */
export const hammered = '/api/openapi.json'

const maxRequests = 160
const batch = 8

/** Asks a cheap route until it refuses, with a bound. Replies come in the order in which they were asked for. */
export const hammer = perTarget(async (target: Target): Promise<Reply[]> => {
  const replies: Reply[] = []
  while (replies.length < maxRequests && replies.every(({ status }) => status !== 429)) {
    const asks = Array.from({ length: batch }, () => target.send(hammered, { mayBeLimited: true }))
    replies.push(...(await Promise.all(asks)))
  }
  return replies
})
