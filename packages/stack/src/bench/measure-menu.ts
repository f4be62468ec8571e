import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '../servers/free-port.ts'
import type { BenchServer } from './bench-server.ts'
import { httpRequest } from './http-request.ts'
import { insertBenchBranch } from './insert-bench-branch.ts'
import { keepAliveLoad } from './keep-alive-load.ts'
import { atLeast, type Row } from './row.ts'
import { startProcess } from './start-process.ts'
import { median } from './statistics.ts'
import { waitForAnswer } from './wait-for-answer.ts'

const connections = 50
const rounds = 7
const roundMs = 3_000
const warmUpMs = 2_000
/** One address may read 1,500 menus a minute, and the fastest machine reads far fewer than these allow. */
const addresses = 20_000

/** The menu through everything that a request passes, against a bare route with the same bytes. */
export async function measureMenu(server: BenchServer): Promise<Row> {
  const { slug } = await insertBenchBranch(server.adminUrl, {})
  const path = `/api/customer/${slug}/menu`
  const api = await server.startApi()
  const bare = await startBareRoute(server, await fetchMenu(api.port, path))
  const requests = Array.from({ length: addresses }, (_, index) =>
    httpRequest('GET', path, { 'x-forwarded-for': address(index) }),
  )
  const load = (port: number, forMs: number) =>
    keepAliveLoad({ port, connections, next: endless(requests, forMs) })
  try {
    for (const { port } of [api, bare]) await load(port, warmUpMs)
    const pairs: { api: number; bare: number; bytes: number }[] = []
    for (let round = 0; round < rounds; round += 1) {
      const bareResult = await load(bare.port, roundMs)
      const apiResult = await load(api.port, roundMs)
      if (apiResult.bodyBytes !== bareResult.bodyBytes) throw new Error('the two answers differ in length')
      pairs.push({ api: apiResult.perSecond, bare: bareResult.perSecond, bytes: apiResult.bodyBytes })
    }
    const perSecond = (who: 'api' | 'bare') => Math.round(median(pairs.map((pair) => pair[who])))
    const detail = `${perSecond('api')} ÷ ${perSecond('bare')} a second, ${pairs[0]?.bytes} bytes`
    return atLeast(
      `menu GET, ${connections} connections ÷ bare Hono route`,
      0.6,
      median(pairs.map((pair) => pair.api / pair.bare)),
      detail,
    )
  } finally {
    await Promise.all([api.stop(), bare.stop()])
  }
}

async function fetchMenu(port: number, path: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`)
  if (!response.ok) throw new Error(`the menu answered ${response.status}`)
  return response.text()
}

async function startBareRoute({ folder, bench }: BenchServer, body: string) {
  const port = await freePort()
  const file = join(folder, 'menu.json')
  const logFile = join(folder, 'bare.log')
  await writeFile(file, body)
  const args = [join(import.meta.dirname, 'bare-route.ts'), String(port), file]
  const bare = await startProcess({ args, env: { NODE_ENV: 'production' }, bench, logFile })
  await waitForAnswer(bare, port, '/', logFile)
  return { ...bare, port }
}

const address = (index: number) => `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`

/** Requests in turn until the time is up. */
function endless(requests: readonly Buffer[], forMs: number): () => Buffer | undefined {
  const endMs = performance.now() + forMs
  let at = 0
  return () => (performance.now() < endMs ? requests[at++ % requests.length] : undefined)
}
