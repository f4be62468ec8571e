import { eventStream } from '@repo/config/limits'

/** The event streams of this process; iterating gives what ends each of them. */
export type OpenStreams = Iterable<() => void> & {
  /** Admits a stream and returns how to remove it. The oldest of an identity with too many is ended. */
  admit(identity: string, end: () => void): () => void
  /** Whose streams these are. */
  identities(): string[]
  /** Ends the streams of identities that are no longer signed in; `watchSignIns` says which. */
  endOf(identities: readonly string[]): void
}

/** The oldest gives way, not the newest: a phone that lost its network comes back before its old stream is known dead. */
export function createOpenStreams(): OpenStreams {
  const byIdentity = new Map<string, Set<() => void>>()
  return {
    admit(identity, end) {
      const own = byIdentity.get(identity) ?? new Set()
      byIdentity.set(identity, own.add(end))
      const [oldest] = own
      if (own.size > eventStream.maxPerIdentity) oldest?.()
      return () => {
        own.delete(end)
        if (own.size === 0) byIdentity.delete(identity)
      }
    },
    identities: () => [...byIdentity.keys()],
    endOf(identities) {
      for (const identity of identities) for (const end of [...(byIdentity.get(identity) ?? [])]) end()
    },
    *[Symbol.iterator]() {
      for (const own of byIdentity.values()) yield* own
    },
  }
}
