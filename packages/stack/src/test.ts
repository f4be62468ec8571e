import { addCounts, type Counts, closingLine } from './counts.ts'
import { green, red, say, seconds } from './progress.ts'
import { readTestArguments } from './read-test-arguments.ts'
import { type TestStep, testSteps } from './test-steps.ts'

/** `pnpm test [step …] [-- filter …]`: every check there is, on this machine alone. The last line adds them up. */
const interruption = new AbortController()
const { signal } = interruption
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => interruption.abort())

const { chosen, filters } = readArguments()
const needed = testSteps.filter(({ name }) => chosen.includes(name)).map(({ needs }) => needs)
const results = new Map<string, Counts>()
for (const step of testSteps) {
  if (!chosen.includes(step.name) && !needed.includes(step.name)) continue
  results.set(step.name, await runStep(step))
  if (signal.aborted) process.exit(130)
}
finish(addCounts([...results.values()]))

function readArguments() {
  try {
    return readTestArguments(
      process.argv.slice(2),
      testSteps.map(({ name }) => name),
    )
  } catch (error) {
    say(red(String(error)))
    return finish({ passed: 0, failed: 1 })
  }
}

/** A step that breaks is one failure, and the next one runs all the same unless it needs this one. */
async function runStep({ title, needs, run }: TestStep): Promise<Counts> {
  const start = performance.now()
  say(`\n▸ ${title}`)
  const blocked = needs !== undefined && results.get(needs)?.failed !== 0
  const work = blocked
    ? Promise.reject(new Error(`not run, because ${needs} failed`))
    : run({ filters, signal })
  const result = await work.catch((error: Error) => {
    say(red(error.message))
    return { passed: 0, failed: 1 }
  })
  const took = seconds(performance.now() - start)
  const mark = result.failed === 0 ? green('✓') : red('✗')
  say(`${mark} ${title}: ${result.passed} of ${result.passed + result.failed} in ${took}`)
  return result
}

function finish(total: Counts): never {
  say(`\n${closingLine(total)}`)
  process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
}
