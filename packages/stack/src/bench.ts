import { startBenchServer } from './bench/bench-server.ts'
import { insertBenchBranches } from './bench/insert-bench-branches.ts'
import { measureMenu } from './bench/measure-menu.ts'
import { guestsPerOrderTable, measureOrders } from './bench/measure-orders.ts'
import { renderTable } from './bench/render-table.ts'
import { say } from './progress.ts'
import { openRunnerRecord } from './runner-record.ts'

const record = await openRunnerRecord('bench')
const server = await startBenchServer(record)
const [b] = await insertBenchBranches(server.adminUrl, {
  branches: 1,
  tables: 20,
  guestsPerTable: guestsPerOrderTable,
  staff: 2,
})
try {
  say(renderTable([await measureOrders(server, b!)]))
} finally {
  await server.stop()
  await record.close()
}
