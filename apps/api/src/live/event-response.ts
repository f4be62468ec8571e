import { eventStream } from '@repo/config/limits'
import type { Deps } from '../http/deps.ts'
import { type ResponseVars, responseHeaders } from '../http/headers.ts'
import { parseCursor } from './cursor.ts'
import type { StreamedEntry } from './event-hub.ts'

const encoder = new TextEncoder()
const heartbeat = encoder.encode(': still here\n\n')
const resync = encoder.encode('event: resync\ndata: {}\n\n')

type Follow = {
  stream: string
  /** The sign-in that follows; its streams are counted together. */
  identity: string
  /** `Last-Event-ID`; null starts at the stream's end. */
  lastEventId: string | null
  /** The stream ends with the token that opened it. */
  endsAtMs: number
  /** Whether the reader may still listen; asked on every heartbeat and after events that can end a membership. */
  stillAllowed: () => Promise<boolean>
  signal: AbortSignal
}

/** `gone`: the reader has closed the stream itself. */
type Ending = 'close' | 'drop' | 'gone'

const membershipEvents = new Set([
  'session.closed',
  'guest.moved',
  'staff.changed',
  'device.activated',
  'device.revoked',
])

/** Answers with Server-Sent Events of the one stream that the verified identity follows. */
export function eventResponse(c: { var: ResponseVars & { deps: Deps } }, follow: Follow): Response {
  const { deps } = c.var
  let stop = (_how: Ending = 'close') => {}
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let ended = false
        const write = (bytes: Uint8Array) => {
          if (ended) return
          // A reader that takes in less than is sent is dropped; it resumes later.
          if ((controller.desiredSize ?? 0) < -eventStream.maxBufferBytes) return stop('drop')
          controller.enqueue(bytes)
        }
        const after = follow.lastEventId === null ? null : parseCursor(follow.lastEventId, follow.stream)
        write(encoder.encode('retry: 2000\n\n'))
        if (follow.lastEventId !== null && after === null) write(resync)
        const check = () =>
          void follow
            .stillAllowed()
            .catch(() => false)
            .then((allowed) => (allowed ? undefined : stop()))
        const subscription = deps.hub.subscribe(follow.stream, after, {
          onResync: () => write(resync),
          onFailed: () => stop(),
          onEntry: (entry: StreamedEntry) => {
            write(entry.frame)
            if (membershipEvents.has(entry.kind)) check()
          },
        })
        const beat = setInterval(() => {
          write(heartbeat)
          check()
        }, eventStream.heartbeatMs)
        const end = setTimeout(() => stop(), Math.max(0, follow.endsAtMs - Date.now()))
        stop = (how = 'close') => {
          stop = () => {}
          ended = true
          clearInterval(beat)
          clearTimeout(end)
          subscription.close()
          leave()
          if (how === 'close') controller.close()
          if (how === 'drop') controller.error(new Error('the reader is too slow'))
        }
        const endNow = () => stop()
        follow.signal.addEventListener('abort', endNow, { once: true })
        const leave = deps.openStreams.admit(follow.identity, endNow)
      },
      cancel: () => stop('gone'),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
  )
  const headers = responseHeaders(c, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
  return new Response(body, { headers })
}
