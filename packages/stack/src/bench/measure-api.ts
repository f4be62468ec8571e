import { step } from '../progress.ts'
import type { BenchRun } from './bench-run.ts'
import { startBenchServer } from './bench-server.ts'
import { measureEvents } from './measure-events.ts'
import { measureMenu } from './measure-menu.ts'
import { measureOrders } from './measure-orders.ts'
import { measureStart } from './measure-start.ts'
import type { Row } from './row.ts'

/** What the API does by itself, each measurement with a process of its own. */
export async function measureApi(bench: BenchRun): Promise<Row[]> {
  const server = await step('database and build', () => startBenchServer(bench))
  return [
    await step('menu', () => measureMenu(server)),
    await step('orders', () => measureOrders(server)),
    await step('live events', () => measureEvents(server)),
    ...(await step('start and memory', () => measureStart(server))),
  ]
}
