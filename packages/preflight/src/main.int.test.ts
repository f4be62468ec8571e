import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Weakness } from './testing/edge.ts'
import { createHarness, type Harness } from './testing/harness.ts'

let harness: Harness
let folder: string
beforeAll(async () => {
  harness = await createHarness()
  folder = await mkdtemp(join(tmpdir(), 'preflight-'))
})
afterAll(async () => {
  await harness.close()
  await rm(folder, { recursive: true })
})

/** The program as a process of its own, with the Node that runs the tests and nothing else. */
const preflight = (...args: string[]) =>
  new Promise<{ status: unknown; stdout: string; stderr: string }>((resolve) => {
    const main = join(import.meta.dirname, '../run.js')
    execFile(process.execPath, [main, ...args], { env: {} }, (error, stdout, stderr) =>
      resolve({ status: error ? error.code : 0, stdout, stderr }),
    )
  })

const against = (weakness: Weakness, ...args: string[]) =>
  harness.behindEdge(weakness, async ({ options }) => {
    const ca = join(folder, 'ca.pem')
    await writeFile(ca, options.ca ?? '')
    return preflight(options.site.origin, '--ca', ca, ...args)
  })

test('a clean deployment ends with 0, a line for each check while it runs, and a table', async () => {
  const { status, stdout, stderr } = await against({}, '--only', 'health,methods')
  expect(status).toBe(0)
  expect(
    stderr
      .trim()
      .split('\n')
      .map((line) => line.split(/ +/)[1]),
  ).toEqual(['health', 'methods'].toReversed())
  expect(stdout).toContain('2 passed, 0 failed, 0 skipped')
})

test('a finding ends with 1 and is written as JSON with its id, rows, severity, remedy and faults', async () => {
  const file = join(folder, 'report.json')
  const banner: Weakness = {
    reply: async (_, forward) => {
      const reply = await forward()
      return { ...reply, headers: { ...reply.headers, 'x-powered-by': 'Express' } }
    },
  }
  const { status } = await against(banner, '--only', 'server-banner', '--json', file)
  expect(status).toBe(1)
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    status: 1,
    findings: [
      {
        id: 'server-banner',
        rows: ['S1-81'],
        severity: 'low',
        remedy: expect.stringContaining('Remove'),
        verdict: { outcome: 'fail', faults: expect.arrayContaining([expect.stringContaining('Express')]) },
      },
    ],
  })
})

test('a skipped check is a finding only when nothing may be skipped', async () => {
  expect((await against({}, '--only', 'logout')).status).toBe(0)
  expect((await against({}, '--only', 'logout', '--strict')).status).toBe(1)
})

test('what could not run ends with 2 and says why', async () => {
  const cases = [
    { result: await preflight('http://127.0.0.1:1'), why: 'ECONNREFUSED' },
    { result: await preflight('order.example.com'), why: 'one address is needed' },
    { result: await preflight('https://a.example', '--only', 'nothing'), why: 'not a check' },
    {
      result: await harness.behindEdge({}, ({ options }) => preflight(options.site.origin)),
      why: 'self-signed certificate',
    },
  ]
  for (const { result, why } of cases) {
    expect.soft(result.status, why).toBe(2)
    expect.soft(result.stderr).toContain(why)
  }
})
