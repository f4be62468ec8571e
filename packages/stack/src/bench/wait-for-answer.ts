import { readFile } from 'node:fs/promises'
import { get } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import type { BenchProcess } from './start-process.ts'

const patienceMs = 20_000
/** Fine enough for a start of 200 ms, and leaves the process its core. */
const everyMs = 5

/** Settles with the first good answer on that port; rejects with the process's last words when it ends or takes too long. */
export async function waitForAnswer(child: BenchProcess, port: number, path: string, logFile: string) {
  const endMs = performance.now() + patienceMs
  while (!(await answers(port, path))) {
    if (child.hasEnded() || performance.now() > endMs) {
      const log = await readFile(logFile, 'utf8')
      throw new Error(`the process on port ${port} did not answer\n${log.slice(-2_000)}`)
    }
    await setTimeout(everyMs)
  }
}

const answers = (port: number, path: string) =>
  new Promise<boolean>((resolve) => {
    get({ port, path, host: '127.0.0.1', agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    }).on('error', () => resolve(false))
  })
