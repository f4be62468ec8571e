import { addCounts, type Counts, closingLine } from './counts.ts'
import { green, red, say, seconds } from './progress.ts'
import { readTestArguments } from './read-test-arguments.ts'
import { type TestStep, testSteps } from './test-steps.ts'

/** `pnpm test [step …] [-- filter …]`: every check there is, on this machine alone. The last line adds them up. */
const names = testSteps.map(({ name }) => name)
const { chosen, filters } = readArguments()
const wanted = testSteps.filter(
  ({ name }) => chosen.includes(name) || (name === 'build' && chosen.includes('e2e')),
)
const interruption = new AbortController()
const { signal } = interruption
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => interruption.abort())

const counts: Counts[] = []
for (const step of wanted) {
  counts.push(await runStep(step))
  if (signal.aborted) process.exit(130)
}
const total = addCounts(counts)
say(`\n${closingLine(total)}`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)

function readArguments() {
  try {
    return readTestArguments(process.argv.slice(2), names)
  } catch (error) {
    say(red(String(error)))
    say(closingLine({ passed: 0, failed: 1 }))
    process.exit(1)
  }
}

/** A step that breaks is one failure, and the next step runs all the same. */
async function runStep({ title, run }: TestStep): Promise<Counts> {
  const start = performance.now()
  say(`\n▸ ${title}`)
  const result = await run({ filters, signal }).catch((error: Error) => {
    say(red(error.message))
    return { passed: 0, failed: 1 }
  })
  const took = seconds(performance.now() - start)
  say(
    `${result.failed === 0 ? green('✓') : red('✗')} ${title}: ${result.passed} of ${result.passed + result.failed} in ${took}`,
  )
  return result
}
