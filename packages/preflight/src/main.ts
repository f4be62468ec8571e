import { writeFileSync } from 'node:fs'
import { checks } from './checks/index.ts'
import { exitStatus } from './exit-status.ts'
import { reach } from './reach.ts'
import { type Arguments, readArguments, usage } from './read-arguments.ts'
import { progressLine, renderReport } from './render-report.ts'
import { runChecks } from './run-checks.ts'
import { createTarget } from './target.ts'

const totalMs = 60_000

try {
  process.exitCode = await main(readArguments(process.argv.slice(2), process.env))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n\npnpm preflight --help\n`)
  process.exitCode = 2
}

async function main(given: Arguments): Promise<number> {
  if (given.wants === 'help') return say(usage)
  if (given.wants === 'list') return say(checks.map(({ id, title }) => `${id.padEnd(20)}${title}\n`).join(''))
  const { options, strict, jsonFile } = given
  const chosen = choose(given.only)
  const target = createTarget(options, AbortSignal.timeout(totalMs))
  await reach(target)
  const findings = await runChecks(chosen, target, (finding) =>
    process.stderr.write(`${progressLine(finding)}\n`),
  )
  const status = exitStatus(findings, strict)
  if (jsonFile !== undefined) {
    const report = { site: options.site.origin, at: new Date().toISOString(), strict, status, findings }
    writeFileSync(jsonFile, `${JSON.stringify(report, null, 2)}\n`)
  }
  say(`\n${renderReport(findings)}`)
  return status
}

function choose(only: readonly string[]) {
  const unknown = only.find((id) => !checks.some((check) => check.id === id))
  if (unknown !== undefined) throw new Error(`${unknown} is not a check: see --list`)
  return only.length > 0 ? checks.filter(({ id }) => only.includes(id)) : checks
}

function say(text: string): 0 {
  process.stdout.write(text)
  return 0
}
