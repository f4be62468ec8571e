import { eventStream } from '@repo/config/limits'
import type { Gateway, StreamHead } from '@repo/db'
import type { Logger } from 'pino'

export type StreamedEntry = { stream: string; epoch: number; seq: number; kind: string; frame: Uint8Array }

/** Gets the entries of one stream in order, or `resync` when the reader must load the whole state again. */
export type Subscriber = {
  onEntry(entry: StreamedEntry): void
  onResync(): void
  /** The stream cannot be read from there on now; the reader has to come back. */
  onFailed(): void
}

export type Subscription = { close(): void }

export type EventHub = {
  /** Follows a stream from a resume point; null starts at its end. */
  subscribe(
    stream: string,
    after: { epoch: number; seq: number } | null,
    subscriber: Subscriber,
  ): Subscription
  wake(heads: readonly StreamHead[]): void
  close(): void
}

type Follower = Subscriber & { lastSeq: number; waiting: StreamedEntry[] | null }
type Channel = {
  stream: string
  epoch: number
  lastSeq: number
  followers: Set<Follower>
  opening: Promise<void>
  reading: boolean
  readAgain: boolean
}

const encoder = new TextEncoder()

/**
 * Live events of this process. A stream is read once per wake-up and fanned out in memory. Wake-ups may be lost, so
 * the heads of open streams are looked at every 1.5 seconds as well.
 */
export function createEventHub(gateway: Gateway, log: Logger): EventHub {
  const channels = new Map<string, Channel>()
  const timer = setInterval(
    () => void poll().catch((error) => log.warn({ err: error }, 'event poll failed')),
    eventStream.pollMs,
  )
  timer.unref()

  function open(stream: string): Channel {
    const channel: Channel = {
      stream,
      epoch: 0,
      lastSeq: 0,
      followers: new Set(),
      opening: Promise.resolve(),
      reading: false,
      readAgain: false,
    }
    channels.set(stream, channel)
    channel.opening = headsOf([stream]).then(([head]) => {
      channel.epoch = head?.epoch ?? 0
      channel.lastSeq = head?.seq ?? 0
    })
    channel.opening.catch(() => forget(channel))
    return channel
  }

  /** Whoever follows next opens the stream anew; it may be open anew already. */
  function forget(channel: Channel): void {
    if (channels.get(channel.stream) === channel) channels.delete(channel.stream)
  }

  const headsOf = (streams: string[]) =>
    gateway.lookup<StreamHead[]>`select stream, epoch, seq from app.stream_heads(${streams})`

  const entriesAfter = (stream: string, seq: number) =>
    gateway.run({ kind: 'relay', stream }, async ({ sql }) => {
      const rows = await sql<{ epoch: number; seq: number; kind: string; payload: object; at: string }[]>`
        select epoch, seq, kind, payload, at from journal_entries
        where stream = ${stream} and seq > ${seq} order by seq limit ${eventStream.maxReplayEvents + 1}`
      return rows.map((row) => toEntry(stream, row))
    })

  async function drain(channel: Channel): Promise<void> {
    if (channel.reading) {
      channel.readAgain = true
      return
    }
    channel.reading = true
    try {
      do {
        channel.readAgain = false
        for (const entry of await entriesAfter(channel.stream, channel.lastSeq)) {
          channel.epoch = entry.epoch
          channel.lastSeq = entry.seq
          for (const follower of channel.followers) deliver(follower, entry)
        }
      } while (channel.readAgain)
    } finally {
      channel.reading = false
    }
  }

  async function catchUp(
    channel: Channel,
    follower: Follower,
    after: { epoch: number; seq: number },
  ): Promise<void> {
    // A cursor read with a snapshot may be ahead of what this process has read.
    if (after.seq > channel.lastSeq) await drain(channel)
    const missed = after.seq < channel.lastSeq ? await entriesAfter(channel.stream, after.seq) : []
    const fromStart = after.epoch === 0 && after.seq === 0
    const foreign = !fromStart && (after.epoch !== channel.epoch || after.seq > channel.lastSeq)
    const waiting = follower.waiting ?? []
    follower.waiting = null
    if (foreign || missed.length > eventStream.maxReplayEvents) {
      follower.lastSeq = channel.lastSeq
      follower.onResync()
      return
    }
    for (const entry of [...missed, ...waiting]) deliver(follower, entry)
  }

  async function poll(): Promise<void> {
    if (channels.size === 0) return
    wake(await headsOf([...channels.keys()]))
  }

  function wake(heads: readonly StreamHead[]): void {
    for (const { stream, seq } of heads) {
      const channel = channels.get(stream)
      if (!channel) continue
      void channel.opening
        .then(() => (seq > channel.lastSeq ? drain(channel) : undefined))
        .catch((error) => log.warn({ err: error }, 'event read failed'))
    }
  }

  return {
    wake,
    subscribe(stream, after, subscriber) {
      const channel = channels.get(stream) ?? open(stream)
      const follower: Follower = { ...subscriber, lastSeq: after?.seq ?? 0, waiting: [] }
      channel.followers.add(follower)
      const started = channel.opening.then(() => {
        if (after) return catchUp(channel, follower, after)
        follower.lastSeq = channel.lastSeq
        follower.waiting = null
      })
      void started.catch((error) => {
        log.warn({ err: error }, 'event resume failed')
        subscriber.onFailed()
      })
      return {
        close() {
          channel.followers.delete(follower)
          if (channel.followers.size === 0) forget(channel)
        },
      }
    },
    close() {
      clearInterval(timer)
      channels.clear()
    },
  }
}

function deliver(follower: Follower, entry: StreamedEntry): void {
  if (follower.waiting) {
    follower.waiting.push(entry)
    return
  }
  if (entry.seq <= follower.lastSeq) return
  follower.lastSeq = entry.seq
  follower.onEntry(entry)
}

function toEntry(
  stream: string,
  row: { epoch: number; seq: number; kind: string; payload: object; at: string },
): StreamedEntry {
  const { epoch, seq, kind, payload, at } = row
  const frame = `id: ${stream}.${epoch}.${seq}\nevent: ${kind}\ndata: ${JSON.stringify({ kind, at, data: payload })}\n\n`
  return { stream, epoch, seq, kind, frame: encoder.encode(frame) }
}
