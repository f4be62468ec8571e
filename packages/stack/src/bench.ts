import { availableParallelism, cpus, loadavg } from 'node:os'
import { openBenchRun } from './bench/bench-run.ts'
import { measureApi } from './bench/measure-api.ts'
import { measureWeb } from './bench/measure-web.ts'
import { renderTable } from './bench/render-table.ts'
import type { Row } from './bench/row.ts'
import { cleanUpAfterDeadRunners } from './processes/runner-record.ts'
import { dim, red, say } from './progress.ts'

/** `pnpm bench [api|web]`: prints what was measured beside its goal. A figure that falls short is not an error. */
const parts = { api: measureApi, web: measureWeb }
const names = Object.keys(parts) as (keyof typeof parts)[]
const asked = process.argv.slice(2)
const unknown = asked.find((name) => !Object.hasOwn(parts, name))
if (unknown !== undefined) {
  say(red(`There is no part ${unknown}: ${names.join(', ')}`))
  process.exit(1)
}

await cleanUpAfterDeadRunners()
const bench = await openBenchRun()
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(name, () => void bench.end().finally(() => process.exit(130)))
}

try {
  const [load = 0] = loadavg()
  const rows: Row[] = []
  for (const name of names) {
    if (asked.length === 0 || asked.includes(name)) rows.push(...(await parts[name](bench)))
  }
  say(`\n${renderTable(rows)}\n`)
  const machine = `${availableParallelism()} × ${cpus()[0]?.model}, Node ${process.versions.node}`
  say(dim(`  ${machine}, load of other work before the start ${load.toFixed(1)}`))
} finally {
  await bench.end()
}
