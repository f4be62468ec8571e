import { codeOf, headerOf, jsonOf } from './probe/answer.ts'
import { Skipped } from './skipped.ts'
import type { Target } from './target.ts'

/** Makes sure that the deployment answers. @throws Error that says why it does not */
export async function reach({ send, options }: Target): Promise<void> {
  const reply = await send('/health').catch((error: Error & { code?: string }) => {
    if (error instanceof Skipped) throw error
    const why = error.code ? `${error.code}: ${error.message}` : error.message
    throw new Error(`${options.site.origin} does not answer: ${why}`)
  })
  const isOurs = jsonOf(reply).status !== undefined && headerOf(reply, 'content-type').includes('json')
  if (!isOurs)
    throw new Error(`${options.site.origin}/health answers ${reply.status} ${codeOf(reply)}: no RestAI`)
}
