import { availableParallelism, cpus } from 'node:os'
import { measureApi } from './bench/measure-api.ts'
import { measureWeb } from './bench/measure-web.ts'
import { renderTable } from './bench/render-table.ts'
import type { Row } from './bench/row.ts'
import { dim, red, say } from './progress.ts'
import { cleanUpAfterDeadRunners, openRunnerRecord, type RunnerRecord } from './runner-record.ts'

/** `pnpm bench [api|web]`: measures, and prints what was measured beside its goal. A figure that falls short is no error. */
const parts: Record<string, (record: RunnerRecord) => Promise<Row[]>> = {
  api: measureApi,
  web: measureWeb,
}
const asked = process.argv.slice(2)
const unknown = asked.find((name) => !(name in parts))

if (unknown !== undefined) {
  say(red(`There is no part "${unknown}": ${Object.keys(parts).join(', ')}`))
  process.exit(1)
}

await cleanUpAfterDeadRunners()
const record = await openRunnerRecord('bench')
try {
  const rows: Row[] = []
  for (const [name, measure] of Object.entries(parts)) {
    if (asked.length === 0 || asked.includes(name)) rows.push(...(await measure(record)))
  }
  say(`\n${renderTable(rows)}\n`)
  say(dim(`  ${availableParallelism()} × ${cpus()[0]?.model}, Node ${process.versions.node}`))
} finally {
  await record.close()
}
