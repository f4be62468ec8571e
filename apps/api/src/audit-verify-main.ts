import { loadEnvOrExit } from '@repo/config'
import { connect } from '@repo/db'
import { readCheckpoints, verifyJournal } from '@repo/db/audit'

/** Proves the journal against its checkpoints. Status 0: it is intact; 1: it is not; 2: it cannot tell. */
const env = loadEnvOrExit('audit-verify', process.env, 'production')
const say = (line: string) => process.stdout.write(`${line}\n`)

const { checkpoints, faults: fileFaults } = readCheckpoints(env.AUDIT_CHECKPOINT_DIR, env.AUDIT_KEY)
const database = connect({
  url: env.MIGRATE_DATABASE_URL,
  poolMax: 1,
  applicationName: 'restai-audit-verify',
})
let shownAtMs = 0
try {
  const { streams, entries, faults } = await verifyJournal({
    database,
    checkpoints,
    onProgress: showProgress,
  })
  for (const fault of fileFaults) say(`✗ ${fault}`)
  for (const { stream, seq, problem } of faults) say(`✗ ${stream} ${seq} ${problem}`)
  const found = faults.length + fileFaults.length
  say(
    `${entries} entries in ${streams} streams, ${checkpoints.length} checkpoints: ${found === 0 ? 'intact' : `${found} faults`}`,
  )
  process.exitCode = found === 0 ? 0 : 1
} catch (error) {
  process.stderr.write(
    `The journal could not be read: ${error instanceof Error ? error.message : 'unknown error'}\n`,
  )
  process.exitCode = 2
} finally {
  await database.end()
}

function showProgress(entries: number): void {
  if (performance.now() - shownAtMs < 1_000) return
  shownAtMs = performance.now()
  process.stderr.write(`… ${entries} entries\n`)
}
