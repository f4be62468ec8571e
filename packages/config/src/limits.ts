/** Every security number of the project, with its unit in its name and its reason above it. */

const minute = 60
const hour = 60 * minute
const day = 24 * hour

export const accessToken = {
  /** Long enough to be rare on the wire, short enough that a stolen one soon stops working. */
  maxLifetimeSeconds: 15 * minute,
  /** Covers drift between the clocks of two servers; more would lengthen every token. */
  clockToleranceSeconds: 5,
  /** Ours are about 350 characters; anything longer is refused before it is parsed. */
  maxLengthChars: 1_024,
  /** Verified tokens remembered until they expire: about 6 MB at most. */
  verifiedCacheEntries: 10_000,
} as const

export const refreshToken = {
  /** 256 bits cannot be guessed. */
  bytes: 32,
  /** A week of absence signs staff out; a month does so in any case. */
  staff: { idleSeconds: 7 * day, absoluteSeconds: 30 * day },
  /** A long meal, and never a second day. */
  guest: { idleSeconds: 6 * hour, absoluteSeconds: 24 * hour },
  /** A kitchen display stays paired until it is revoked or left switched off for a month. */
  device: { idleSeconds: 30 * day, absoluteSeconds: Number.POSITIVE_INFINITY },
} as const

export const secret = {
  /** What the generator makes: 64 characters of base64url. */
  generatedBytes: 48,
  /** HS256 and HMAC-SHA256 call for a key as long as their output. */
  signing: { minLengthChars: 43, minBits: 256 },
  /** Typed once by the first owner, and guarded by a rate limit. */
  signUp: { minLengthChars: 24, minBits: 96, generatedBytes: 24 },
  /** Typed into a monitor once, and guarded by a rate limit. */
  health: { minLengthChars: 24, minBits: 96, generatedBytes: 24 },
  /** Reachable from the private network alone. */
  database: { minLengthChars: 16, minBits: 64 },
} as const

export const password = {
  /** Shorter ones fall to offline guessing. */
  minLengthChars: 12,
  /** Room for any passphrase, while a huge one cannot occupy the hash. */
  maxLengthChars: 128,
  /** Words, runs, years and single characters that a password must at least be made of. */
  minPieces: 6,
} as const

/** OWASP's smallest argon2id setting for a login: about 50 ms on a small server. */
export const argon2id = { memoryKib: 19_456, passes: 2, lanes: 1, saltBytes: 16, tagBytes: 32 } as const

/** For this long, a browser that has signed a person in before has its wrong passwords counted separately. */
export const knownBrowser = { maxAgeSeconds: 180 * day, maxPeople: 5 } as const

/** Concurrent sign-ins of one account; the oldest ends first. Phone, till, office and a few old phones. */
export const staffSession = { maxPerAccount: 10 } as const

export const accountToken = {
  /** 256 bits cannot be guessed. */
  bytes: 32,
  /** A link in a mailbox; found later, it is useless. */
  passwordResetSeconds: 30 * minute,
  /** Its owner is waiting for it in the new mailbox. */
  emailChangeSeconds: 30 * minute,
  /** Colleagues read their mail after a weekend. */
  invitationSeconds: 72 * hour,
  /** Time to take the phone out and type six digits. */
  secondFactorSeconds: 5 * minute,
  /** Codes tried per sign-in: three out of a million. */
  secondFactorTries: 3,
} as const

export const totp = {
  /** RFC 4226 requires 128 bits and recommends 160. */
  secretBytes: 20,
  digits: 6,
  periodSeconds: 30,
  /** Phone clocks differ by up to half a minute. */
  windowSteps: 1,
  recoveryCodes: 10,
  /** 80 bits: too many to search even with unkeyed hashes, which therefore outlive every secret. */
  recoveryCodeChars: 16,
} as const

export const otp = {
  /** 20 bits, of which three tries are given. */
  digits: 6,
  /** Time to find the message and type it in. */
  lifetimeSeconds: 5 * minute,
  /** Codes tried per request, however many come at once. */
  tries: 3,
} as const

export const device = {
  /** 120 bits: a key cannot be guessed, and is typed once. */
  keyChars: 24,
  /** A key on a slip of paper is valid for no longer than this; replaced secrets are kept longer. */
  keyMaxHours: 7 * 24,
  /** Devices that one key may pair: the displays of a large kitchen. */
  maxActivations: 20,
} as const

/** A sign-in older than this must be confirmed before it changes people, passwords or stickers. */
export const stepUp = { maxAgeSeconds: 10 * minute } as const

export const code = {
  /** On a table's sticker: 60 bits, so that addresses of tables cannot be guessed. */
  tableLengthChars: 12,
  /** Read aloud at a table; short, because a few wrong tries replace it. */
  joinLengthChars: 6,
  /** Wrong join codes before a new one is made. */
  joinMisses: 5,
} as const

export const tableSession = {
  /** A table that was opened and never ordered from is free again. */
  lapseSeconds: 15 * minute,
  /** The largest party that shares a table's session. */
  maxGuests: 40,
} as const

export const requestSize = {
  /** The largest order is below 40 kB. */
  bodyBytes: 64 * 1_024,
  /**
   * A larger body ends its connection; up to here it is read and dropped, so that the answer arrives. Above every upload,
   * and what Caddy refuses by itself.
   */
  discardedBytes: 8 * 1_024 * 1_024,
  /** Our deepest input has six levels. */
  jsonDepth: 20,
  /** Our longest address has 200 characters. */
  addressChars: 8 * 1_024,
  /** Headers that a browser sends are below 4 kB; more is refused by the server itself. */
  headerBytes: 16 * 1_024,
} as const

export const timeout = {
  /** A request that takes longer is answered 503, and what it does is not committed. */
  requestMs: 30_000,
  /** A client that sends its headers slowly holds a socket for this long at most. */
  headersMs: 10_000,
  /** The same for the body. */
  bodyMs: 15_000,
  /** How often sockets are checked for the two limits above, which are late by this at most. */
  connectionCheckMs: 1_000,
  /** Idle connections stay open a little longer than proxies keep them. */
  keepAliveMs: 65_000,
  /** A query that runs longer is cancelled by PostgreSQL. */
  statementMs: 5_000,
  /** A transaction of many short statements ends before its request does. */
  transactionMs: 20_000,
  /** A lock that is held longer is a conflict. */
  lockMs: 2_000,
  /** An abandoned transaction releases its locks after this. */
  idleTransactionMs: 5_000,
  /** PostgreSQL that has not answered by then counts as down: a monitor wants to know within three seconds. */
  probeMs: 2_000,
  /** An inviter waits this long for the mail server; the request has time left to withdraw the invitation. */
  mailMs: 12_000,
  /** A longer wait for a connection is refused with 503: a late answer helps nobody. */
  poolWaitMs: 2_000,
  /** Requests in flight may finish after a stop signal. */
  drainMs: 10_000,
} as const

export const overload = {
  /** What one process answers in about two seconds when every request needs the database; more would only wait. */
  maxInFlight: 1_000,
  /** Long enough for a queue to drain, short enough for somebody who waits. */
  retryAfterSeconds: 2,
} as const

/** `max` requests in any `windowSeconds`, per identity or address as the name says. */
export type RateLimit = {
  readonly max: number
  readonly windowSeconds: number
  /** It slows down guessing, so it stays tight when processes cannot count together. */
  readonly guardsSecret?: true
}

export const rateLimit = {
  /** A full restaurant behind one address: 100 phones that open the menu and browse it in one minute. */
  menuPerAddress: { max: 1_500, windowSeconds: minute },
  /** The same phones look their table up and ask for its state. */
  tableReadPerAddress: { max: 600, windowSeconds: minute },
  /** The same phones, each becoming a guest once. */
  newGuestPerAddress: { max: 120, windowSeconds: minute },
  /** The same phones, reloading pages. */
  guestRenewPerAddress: { max: 600, windowSeconds: minute },
  /** All screens and staff phones of one restaurant. */
  staffRenewPerAddress: { max: 300, windowSeconds: minute, guardsSecret: true },
  /** Guests reading their own orders and table. */
  guestRead: { max: 200, windowSeconds: minute },
  /** Reconnecting to live events: too many tabs end each other's streams, and must not use up the limit for reading. */
  guestFollow: { max: 30, windowSeconds: minute },
  /** No honest guest orders, or calls a waiter, more often than this. */
  guestCreate: { max: 10, windowSeconds: minute },
  /** Letting friends in, leaving, renaming. */
  guestWrite: { max: 30, windowSeconds: minute },
  /** Boards that reload after a break. */
  staffRead: { max: 600, windowSeconds: minute },
  /** A cook bumping five lines a second for a whole minute. */
  staffWrite: { max: 300, windowSeconds: minute },
  /** Requests that make the server call a foreign URL: testing a webhook, or setting its URL. */
  staffCallOut: { max: 20, windowSeconds: minute },
  /** A full restaurant's phones that load every dish's picture once. */
  mediaPerAddress: { max: 6_000, windowSeconds: minute },
  /** Each costs a second of work. */
  staffUpload: { max: 30, windowSeconds: minute },
  /** Guessing a password, per account and network. */
  signIn: { max: 5, windowSeconds: 15 * minute, guardsSecret: true },
  /** Guessing over many accounts from one address, while a whole shift can still sign in. */
  signInPerAddress: { max: 60, windowSeconds: 15 * minute, guardsSecret: true },
  /** Asking for a link: enough for a forgetful shift behind one address, too few to try many accounts. */
  recoverPerAddress: { max: 20, windowSeconds: hour, guardsSecret: true },
  /** Links that one mailbox gets. */
  recover: { max: 3, windowSeconds: hour },
  /** New addresses that one person asks for: each mails a mailbox that may be a stranger's. */
  emailChange: { max: 3, windowSeconds: hour },
  /** Invitations that one person sends, and logins that they make: a whole crew on its first day. */
  invite: { max: 30, windowSeconds: hour },
  /** Codes that one mailbox or phone gets. */
  otpPerDestination: { max: 3, windowSeconds: hour },
  /** Codes for one table: the largest party once, and half of it again. Further guests do not raise it. */
  otpPerTable: { max: 60, windowSeconds: hour },
  /** Enough for a guest who mistypes their own number, too few to message a list of them. */
  guestProve: { max: 6, windowSeconds: hour },
  /** Codes that a guest types. */
  guestVerify: { max: 60, windowSeconds: minute, guardsSecret: true },
  /** Screens of one restaurant that are paired in one go. */
  activatePerAddress: { max: 60, windowSeconds: 15 * minute, guardsSecret: true },
  /** All devices of one restaurant that start at once. */
  verifyPerAddress: { max: 300, windowSeconds: minute },
  /** A form that is filled in by hand, with its mistakes. */
  signUpInputPerAddress: { max: 60, windowSeconds: minute, guardsSecret: true },
  /** A restaurant signs up once; wrong tokens count, mistyped input does not. */
  signUpPerAddress: { max: 3, windowSeconds: hour, guardsSecret: true },
  /** One lockout is recorded once. */
  lockoutRecord: { max: 1, windowSeconds: 15 * minute },
  /** Replays of one sign-in's tokens are recorded once. */
  reuseRecord: { max: 1, windowSeconds: 15 * minute },
  /** Refusals of one sender that are recorded; a flood must not fill the journal. */
  refusalRecord: { max: 100, windowSeconds: minute },
  /** Requests refused before their own limit applies: no token, a dead one, or an unknown path. */
  refusedPerAddress: { max: 600, windowSeconds: minute },
  /** A load balancer, a monitor and the container's own check, each once a second. */
  healthPerAddress: { max: 300, windowSeconds: minute },
  /** Guessing the health secret; correct ones are not counted. */
  healthSecretPerAddress: { max: 5, windowSeconds: minute, guardsSecret: true },
  /** Requests without a limit of their own. */
  otherPerAddress: { max: 60, windowSeconds: minute },
} as const satisfies Record<string, RateLimit>

export const order = {
  /** Two rounds for a party of 25. */
  maxLines: 50,
  /** Unserved orders of one table: two for each guest of the largest party, and some room. */
  maxUnderWay: 100,
  /** Finished orders stay on the board for a shift. */
  finishedOnBoardSeconds: 12 * hour,
  /** More of one dish calls for a word with the restaurant. */
  maxQuantity: 20,
  /** Options chosen on one line. */
  maxModifiersPerLine: 30,
  /** One option taken several times. */
  maxModifierQuantity: 10,
  /** Fits on a ticket; longer wishes are for the waiter. */
  maxNoteChars: 280,
  /** More than any dish costs in any currency; sums stay far below 2^53. */
  maxPriceMinor: 100_000_000,
} as const

export const text = {
  /** RFC 5321. */
  maxEmailChars: 254,
  /** A person's or a restaurant's name in any script. */
  maxNameChars: 100,
  /** What a guest is called on tickets. */
  maxGuestNameChars: 40,
} as const

export const page = {
  /** A screenful. */
  defaultItems: 20,
  /** Longer lists are paged, so that one request stays cheap. */
  maxItems: 100,
} as const

export const idempotency = {
  /** Longer than any phone keeps retrying an order. */
  retentionSeconds: day,
} as const

export const audit = {
  /** How far a cover-up can reach: entries younger than this are not signed yet. */
  checkpointEverySeconds: 5 * minute,
  /** A slow attack across many accounts and addresses, which no single limit sees. */
  failedSignInAlert: { count: 100, windowSeconds: 5 * minute },
  /** An owner may mistype once or twice. */
  ownerFailureAlert: { count: 3, windowSeconds: 15 * minute },
  /** One curious visitor tries a few; a scanner tries hundreds. */
  badInputAlert: { count: 20, windowSeconds: 5 * minute },
  /** Similar requests share one entry per network and span; beyond this many networks, one covers the rest. */
  tally: { windowSeconds: minute, maxNetworks: 100 },
} as const

export const retention = {
  /** Ended sign-ins, links, invitations, keys and devices are kept a week for precise answers; then they are unknown. */
  endedSeconds: 7 * day,
  /** One-time codes are stored with the address they were sent to, so they go sooner. */
  codeSeconds: day,
  /** Long enough to check a month's deliveries, whatever their outcome. */
  deliverySeconds: 30 * day,
  cleanUpEverySeconds: hour,
} as const

export const eventStream = {
  /** Proxies close a silent connection after 30 s or more. */
  heartbeatMs: 15_000,
  /** A lost wake-up delays an event, and an ended sign-in its streams, by at most this: both stay within two seconds. */
  pollMs: 1_500,
  /** A reader further behind gets `resync` and loads the whole state. */
  maxReplayEvents: 1_000,
  /** Two tabs of one sign-in, and one being replaced; beyond these the oldest ends. */
  maxPerIdentity: 3,
  /** A reader that takes in less than we send is dropped and resumes later. */
  maxBufferBytes: 256 * 1_024,
  /** Jitter for reconnecting clients, so that a restart does not cause a stampede. */
  retryJitterMs: 3_000,
} as const

/** Uploaded photos of dishes. */
export const photo = {
  /** What phone cameras produce at their usual quality. */
  maxBytes: 5 * 1_024 * 1_024,
  /** Read row by row, so that they cost time and hardly any memory. */
  maxPixels: 40_000_000,
  /** Interlaced, progressive and WebP pictures are decoded as a whole: a progressive JPEG of 13 million pixels. */
  maxWholeBytes: 80_000_000,
  /** One at a time bounds the memory; others wait, and those that find this many waiting are refused. */
  maxWaiting: 4,
  /** Decoding and encoding together; about a second is usual. */
  maxSeconds: 20,
} as const

/** Calls to URLs that users give us. */
export const outgoing = {
  /** Names, connection and reply together; a receiver that needs longer should answer first. */
  timeoutMs: 5_000,
  /** Only the status is used; a larger reply is not worth reading. */
  maxResponseBytes: 64 * 1_024,
  /** https and its usual alternative: no port of a database or a mail server. */
  ports: [443, 8_443],
  maxUrlChars: 2_048,
} as const

export const webhook = {
  /** Both clocks may be off; an older delivery could be a replay. */
  toleranceSeconds: 5 * minute,
  /** A time and a dozen signatures. */
  maxSignatureChars: 1_024,
  /** 256 bits, as the keys of HMAC-SHA256 should have. */
  secretBytes: 32,
  /** A replaced secret keeps signing for a day, so that the receiver can be changed without a gap. */
  overlapSeconds: day,
  /** A till, an accounting system, a display, and room. */
  maxEndpoints: 10,
  /** With the delays below: about a day. */
  maxAttempts: 10,
  firstRetrySeconds: 10,
  retryFactor: 4,
  maxRetrySeconds: 7 * hour,
  /** Delays vary by this share, so that a recovering receiver does not get everything at once. */
  retryJitter: 0.2,
  /** Attempts that fail in a row before an endpoint is disabled: a day without one success. */
  maxFailures: 50,
  /** How often each process looks for work. */
  pollMs: 1_000,
  /** An attempt whose process died is repeated after this; longer than any attempt takes. */
  leaseSeconds: 30,
  /** Concurrent attempts in one process. */
  maxConcurrent: 10,
  /** Of these, for one organization, so that receivers that never answer hold up only their own. */
  maxConcurrentPerTenant: 4,
  /** Endpoints, and entries of each one's stream, that are read at a time. */
  fanOutEndpoints: 100,
  fanOutEntries: 500,
} as const
