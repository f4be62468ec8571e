import { spawnSync } from 'node:child_process'
import { repoRoot } from './paths.ts'
import { say } from './progress.ts'
import { askOsv } from './supply/ask-osv.ts'
import { type AuditVerdict, joinVerdicts, judgeAudit } from './supply/judge-audit.ts'
import { listPackages } from './supply/list-packages.ts'

/**
 * `pnpm audit:dependencies` asks two lists of advisories. Status 0: neither knows one of high or critical severity;
 * 1: one does; 3: one of the lists could not be asked.
 */
const timeoutMs = 60_000
const osv = 'https://api.osv.dev'

function askRegistry(): AuditVerdict {
  const options = { cwd: repoRoot, encoding: 'utf8', timeout: timeoutMs } as const
  const { status, stdout, stderr } = spawnSync('pnpm', ['audit', '--audit-level', 'high', '--json'], options)
  return judgeAudit(status, stdout.includes('"metadata"') ? stdout : `${stdout}${stderr}`)
}

const sentences = {
  clean: 'no known vulnerability of high or critical severity',
  vulnerable: 'VULNERABLE: dependencies have known vulnerabilities',
  unreachable: 'NOT CHECKED: the service could not be reached, so nothing is known',
}
const verdicts = { registry: askRegistry(), OSV: await askOsv(listPackages(), { url: osv, timeoutMs }) }
for (const [list, { word, detail }] of Object.entries(verdicts))
  say(`${list}: ${sentences[word]} (${detail}).`)
process.exitCode = joinVerdicts(Object.values(verdicts))
