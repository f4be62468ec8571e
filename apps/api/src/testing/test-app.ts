import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashPassword, uuidv7 } from '@repo/auth'
import type { Role } from '@repo/auth/policy'
import { loadEnv } from '@repo/config'
import { rateLimit } from '@repo/config/limits'
import { connect } from '@repo/db'
import { memberships, tokenFamilies, users } from '@repo/db/schema'
import { createTestDatabase } from '@repo/stack/test-database'
import { type DestinationStream, pino } from 'pino'
import { createApp } from '../app.ts'
import { createDeps } from '../create-deps.ts'
import type { Deps } from '../http/deps.ts'
import { createLog } from '../log/create-log.ts'
import { secretValues } from '../log/secret-values.ts'
import type { LimitName } from '../security/rate-limiter.ts'
import { createOutbox } from '../senders/create-outbox.ts'
import { createTenant, type Tenant } from './create-tenant.ts'

type Json = Record<string, unknown>
type CallOptions = { token?: string; json?: unknown; headers?: Record<string, string> }
export type Reply = { status: number; headers: Headers; body: Json }
export type TestApp = Awaited<ReturnType<typeof createTestApp>>

export const webOrigin = 'http://localhost:3000'

const limitsPerAddress = (Object.keys(rateLimit) as LimitName[]).filter((name) => name.endsWith('PerAddress'))

/** The real app on a database of its own, called in memory. Close it after the tests. */
export async function createTestApp(
  overrides: Record<string, string> = {},
  { destination }: { destination?: DestinationStream } = {},
) {
  const testDatabase = await createTestDatabase()
  const mediaFolder = await mkdtemp(join(tmpdir(), 'restai-media-'))
  const env = loadEnv(
    'api',
    {
      DATABASE_URL: testDatabase.appUrl,
      JWT_SECRET: 'Yx3kQ9vT2mB7nR5wL8pZ4hC6jF1dG0sAeUiOqWtNzXrKyPlMvHbJcDgEf',
      JWT_REFRESH_SECRET: 'a7Lq2Vn9Xs4Kd8Rf1Tg6Yh3Zj5Bw0McPeUiOoQrStWxNyAzGvHkJlCbDf',
      CORS_ORIGINS: webOrigin,
      SIGNUP: 'open',
      MEDIA_DIR: mediaFolder,
      ...overrides,
    },
    'production',
  )
  const database = connect({ url: env.DATABASE_URL, poolMax: 10 })
  const admin = connect({ url: testDatabase.adminUrl, poolMax: 2, applicationName: 'restai-test' })
  const log = destination
    ? createLog({ level: 'trace', secrets: secretValues(env), destination })
    : pino({ level: 'silent' })
  const deps = createDeps({ env, mode: 'production', database, log, senders: createOutbox() })
  const app = createApp(deps)

  const call = (method: string, path: string, options?: CallOptions) => callApp(app, method, path, options)

  /** Calls the app with some of its parts replaced. */
  const callWith = (parts: Partial<Deps>, method: string, path: string, options?: CallOptions) =>
    callApp(createApp({ ...deps, ...parts }), method, path, options)

  const clock = deps.now
  /** Moves the clock ahead, from where it stands. */
  function letPass(seconds: number): void {
    const before = deps.now
    deps.now = () => new Date(before().getTime() + seconds * 1_000)
  }

  /** Between two tests: sets the clock right again, and forgets the requests counted for this address. */
  async function startAfresh(): Promise<void> {
    deps.now = clock
    for (const name of limitsPerAddress) await deps.limiter.forget(name, '127.0.0.1')
  }

  /** A user with one membership, and an access token as a sign-in would give it. */
  async function signInAs(
    tenant: Tenant,
    role: string,
    allBranches = true,
  ): Promise<{ token: string; userId: string; email: string }> {
    const userId = uuidv7()
    const familyId = uuidv7()
    const email = `${role}-${userId.slice(-12)}@example.test`
    const { organizationId, branchId } = tenant
    await deps.gateway.run({ kind: 'staff', organizationId, branchId, userId, familyId }, async ({ db }) => {
      await db
        .insert(users)
        .values({ id: userId, email, name: role, passwordHash: await hashPassword(testPassword) })
      await db.insert(memberships).values({
        id: uuidv7(),
        organizationId,
        userId,
        role: role as Role,
        branchId: allBranches ? null : branchId,
      })
      await db.insert(tokenFamilies).values({
        id: familyId,
        kind: 'staff',
        userId,
        absoluteExpiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      })
    })
    const { accessToken } = await deps.tokens.issue({ audience: 'staff', subject: userId, familyId })
    return { token: accessToken, userId, email }
  }

  /** Joins a table as a guest would: the first one opens the session. */
  async function joinTable(tenant: Tenant, table = 0, name = 'Mara', joinCode?: string) {
    const reply = await call('POST', `/api/customer/${tenant.slug}/${tenant.tables[table]?.code}/sessions`, {
      json: { name, ...(joinCode && { joinCode }) },
    })
    const { accessToken, context } = reply.body as {
      accessToken: string
      context: { guestId: string; sessionId: string; guestState: string; isHost: boolean }
    }
    return { reply, token: accessToken, ...context }
  }

  return {
    app,
    deps,
    env,
    database,
    /** The database as its owner, who sees and may do everything. */
    admin,
    testDatabase,
    call,
    callWith,
    letPass,
    startAfresh,
    signInAs,
    joinTable,
    createTenant: (options?: Parameters<typeof createTenant>[1]) => createTenant(deps.gateway, options),
    async close() {
      for (const end of deps.openStreams) end()
      deps.hub.close()
      await deps.background.settled()
      await Promise.all([database.end(), admin.end()])
      await testDatabase.drop()
      await rm(mediaFolder, { recursive: true })
    },
  }
}

export const testPassword = 'Correct-horse-42-battery'

async function callApp(
  app: ReturnType<typeof createApp>,
  method: string,
  path: string,
  { token, json, headers = {} }: CallOptions = {},
): Promise<Reply> {
  const response = await app.request(path, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(json !== undefined && { body: typeof json === 'string' ? json : JSON.stringify(json) }),
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text.startsWith('{') ? JSON.parse(text) : { text },
  }
}
