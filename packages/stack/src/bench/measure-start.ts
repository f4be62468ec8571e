import { setTimeout } from 'node:timers/promises'
import type { BenchServer } from './bench-server.ts'
import { residentBytes } from './resident-bytes.ts'
import { atMost, type Row } from './row.ts'
import { median } from './statistics.ts'

const starts = 5
const idleMs = 5_000

/** From the start of the API's process to its first answer, and what it holds in memory when nobody asks. */
export async function measureStart(server: BenchServer): Promise<Row[]> {
  const startsMs: number[] = []
  const idleMegabytes: number[] = []
  for (let start = 0; start < starts; start += 1) {
    const beforeMs = performance.now()
    const api = await server.startApi()
    startsMs.push(performance.now() - beforeMs)
    await setTimeout(idleMs)
    idleMegabytes.push((await residentBytes(api.pid)) / 1_000_000)
    await api.stop()
  }
  return [
    atMost('API start to first answer', 1, median(startsMs) / 1_000, ' s'),
    atMost('API resident memory, idle', 120, median(idleMegabytes), ' MB'),
  ]
}
