import { spawnSync } from 'node:child_process'
import { repoRoot } from './paths.ts'
import { say } from './progress.ts'
import { judgeAudit } from './supply/judge-audit.ts'

/** `pnpm audit:dependencies`. Status 0: no high or critical advisory; 1: there is one; 3: the service could not be asked. */
const { status, stdout, stderr } = spawnSync('pnpm', ['audit', '--audit-level', 'high', '--json'], {
  cwd: repoRoot,
  encoding: 'utf8',
  timeout: 60_000,
})
const verdict = judgeAudit(status, stdout.includes('"metadata"') ? stdout : `${stdout}${stderr}`)
const sentences = {
  clean: 'No known vulnerability of high or critical severity',
  vulnerable: 'VULNERABLE: dependencies have known vulnerabilities; `pnpm audit` names them',
  unreachable: 'NOT CHECKED: the advisory service could not be reached, so nothing is known',
}
say(`${sentences[verdict.word]} (${verdict.detail}).`)
process.exitCode = verdict.status
