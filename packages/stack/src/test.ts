import { green, red, say, seconds } from './progress.ts'
import { addOutcomes, closingLines, failureLine, isGreen, type Outcome } from './test-runs/outcome.ts'
import { readTestArguments } from './test-runs/read-test-arguments.ts'
import { type TestStep, testSteps } from './test-runs/test-steps.ts'

/** `pnpm test [step …] [-- filter …]`: every check there is, on this machine alone. The last line adds them up. */
const interruption = new AbortController()
const { signal } = interruption
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => interruption.abort())

const { chosen, filters } = readArguments()
const needed = testSteps.filter(({ name }) => chosen.includes(name)).map(({ needs }) => needs)
const results = new Map<string, Outcome>()
for (const step of testSteps) {
  if (!chosen.includes(step.name) && !needed.includes(step.name)) continue
  results.set(step.name, await runStep(step))
  if (signal.aborted) process.exit(130)
}
finish(addOutcomes([...results.values()]))

function readArguments() {
  try {
    return readTestArguments(
      process.argv.slice(2),
      testSteps.map(({ name }) => name),
    )
  } catch (error) {
    return finish({ passed: 0, failures: [String(error)] })
  }
}

/** A step that breaks is one failure, and the next one still runs unless it needs this one. */
async function runStep({ title, needs, run }: TestStep): Promise<Outcome> {
  const start = performance.now()
  say(`\n▸ ${title}`)
  const blocked = needs !== undefined && results.get(needs)?.failures.length !== 0
  const work = blocked
    ? Promise.reject(new Error(`not run, because ${needs} failed`))
    : run({ filters, signal })
  const result = await work.catch((error: Error) => {
    say(red(error.message))
    return { passed: 0, failures: [failureLine(title, error.message)] }
  })
  const took = seconds(performance.now() - start)
  const mark = result.failures.length === 0 ? green('✓') : red('✗')
  say(`${mark} ${title}: ${result.passed} of ${result.passed + result.failures.length} in ${took}`)
  return result
}

function finish(total: Outcome): never {
  say(`\n${closingLines(total)}`)
  process.exit(isGreen(total) ? 0 : 1)
}
