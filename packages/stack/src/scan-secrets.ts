import { repoRoot } from './paths.ts'
import { red, say } from './progress.ts'
import { readAllowed } from './supply/find-secrets.ts'
import { type Scope, scanRepository } from './supply/scan-repository.ts'

/** `pnpm scan:secrets [staged | tree | history]`, both of the last without an argument. Status 1: something was found. */
const [scope] = process.argv.slice(2)
const scopes: Scope[] =
  scope === 'staged' || scope === 'tree' || scope === 'history' ? [scope] : ['tree', 'history']
const findings = scopes.flatMap((each) => scanRepository(repoRoot, each, readAllowed()))
for (const { kind, where, digest } of findings) say(red(`✗ ${where}  ${kind}  ${digest}`))
if (findings.length > 0)
  say(
    'A real secret: take it out and replace it where it is used. None: add its digest and the reason to allowed-secrets.json.',
  )
else say(`No secrets in ${scopes.join(' and ')}.`)
process.exitCode = findings.length > 0 ? 1 : 0
