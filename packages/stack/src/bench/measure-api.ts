import { step } from '../progress.ts'
import type { RunnerRecord } from '../runner-record.ts'
import { startBenchServer } from './bench-server.ts'
import { insertBenchBranches } from './insert-bench-branches.ts'
import { measureEvents } from './measure-events.ts'
import { measureMenu } from './measure-menu.ts'
import { guestsPerOrderTable, measureOrders } from './measure-orders.ts'
import { measureStart } from './measure-start.ts'
import type { Row } from './row.ts'

const tables = 20

/** What the API does by itself, each measurement with a process of its own. */
export async function measureApi(record: RunnerRecord): Promise<Row[]> {
  const server = await step('database and build', () => startBenchServer(record))
  try {
    const [branch] = await insertBenchBranches(server.adminUrl, {
      branches: 1,
      tables,
      guestsPerTable: guestsPerOrderTable,
      staff: 0,
    })
    if (!branch) throw new Error('there is no branch to measure with')
    return [
      await step('menu', () => measureMenu(server, branch)),
      await step('orders', () => measureOrders(server, branch)),
      await step('live events', () => measureEvents(server)),
      ...(await step('start and memory', () => measureStart(server))),
    ]
  } finally {
    await server.stop()
  }
}
