import { type Reply, type TestApp, testPassword } from './test-app.ts'

/** The cookies of an answer, as a browser sends them back. */
export const cookiesOf = ({ headers }: Reply) => ({
  cookie: headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; '),
})

/** Signs in over HTTP: the answer, its access token and its cookies. */
export async function signIn(
  t: TestApp,
  email: string,
  { password = testPassword, headers = {} }: { password?: string; headers?: Record<string, string> } = {},
) {
  const reply = await t.call('POST', '/api/auth/login', { json: { email, password }, headers })
  return { reply, token: String(reply.body.accessToken ?? ''), headers: cookiesOf(reply) }
}

/** The last journal entries of an organization's stream, oldest first. */
export async function readJournal(t: TestApp, organizationId: string) {
  await t.deps.background.settled()
  return readStream(t, `organization:${organizationId}`)
}

/** What the security stream says of a person, oldest first. */
export async function readSecurityKinds(t: TestApp, userId: string): Promise<string[]> {
  const entries = await readStream(t, 'platform')
  return entries.flatMap(({ kind, payload }) => (payload.userId === userId ? [kind] : []))
}

function readStream(t: TestApp, stream: string) {
  return t.deps.gateway.run({ kind: 'relay', stream }, async ({ sql }) => [
    ...(await sql<{ kind: string; actor: string; payload: Record<string, unknown> }[]>`
      select kind, actor, payload from journal_entries where stream = ${stream} order by seq`),
  ])
}
