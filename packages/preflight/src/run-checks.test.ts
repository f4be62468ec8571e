import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type Check, judge } from './check.ts'
import { runChecks } from './run-checks.ts'
import { Skipped } from './skipped.ts'
import { createTarget } from './target.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

async function siteThat(answers: RequestListener): Promise<URL> {
  const server = createServer(answers).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  stops.push(() => {
    server.close()
    server.closeAllConnections()
  })
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

const targetOf = (site: URL, signal = AbortSignal.timeout(20_000)) =>
  createTarget({ site, hsts: 'full' }, signal)

const check = (run: Check['run']): Check => ({
  id: 'one',
  rows: ['S1-01'],
  title: '',
  severity: 'low',
  remedy: '',
  run,
})

test('what a check needs and was not given is a reason, and every other error a fault', async () => {
  const target = targetOf(await siteThat((_, reply) => reply.end()))
  const findings = await runChecks(
    [
      check(() => Promise.reject(new Skipped('needs an account'))),
      check(() => Promise.reject(new Error('broken'))),
    ],
    target,
  )
  expect(findings.map(({ verdict }) => verdict)).toEqual([
    { outcome: 'skipped', reason: 'needs an account' },
    { outcome: 'fail', faults: ['broken'] },
  ])
})

test('a server that hangs up is a fault, not a skipped check', async () => {
  const target = targetOf(await siteThat((request) => request.socket.destroy()))
  const [finding] = await runChecks([check(async ({ send }) => judge([], (await send('/')).body))], target)
  expect(finding?.verdict).toMatchObject({ outcome: 'fail' })
})

test('once the time is over the rest is skipped, and changes are still undone', async () => {
  const paths: (string | undefined)[] = []
  const site = await siteThat((request, reply) => {
    paths.push(request.url)
    reply.end()
  })
  const over = new AbortController()
  const target = targetOf(site, over.signal)
  target.cleanUps.push((send) => send('/undo'))
  const ending = check(async () => {
    over.abort()
    return judge([], '')
  })
  const findings = await runChecks([ending, check(async () => judge([], ''))], target)
  expect(findings.map(({ verdict }) => verdict.outcome)).toEqual(['pass', 'skipped'])
  expect(paths).toEqual(['/undo'])
})

test('an unprovoked limit is waited out when it is short, and reported when it is long', async () => {
  let asked = 0
  const site = await siteThat((request, reply) => {
    const wait = request.url === '/long' ? '600' : '1'
    if (request.url === '/short' && asked++ > 0) reply.end('fine')
    else reply.writeHead(429, { 'retry-after': wait }).end()
  })
  const { send } = targetOf(site)
  expect(await send('/short')).toMatchObject({ status: 200, body: 'fine' })
  await expect(send('/long')).rejects.toThrow('again in 600 s')
  expect(await send('/long', { mayBeLimited: true })).toMatchObject({ status: 429 })
})
