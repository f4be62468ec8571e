import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findBrowser } from '../browser/find-browser.ts'
import { dataFolder, e2eFolder, repoRoot, webFolder } from '../paths.ts'
import { run } from '../processes/run.ts'
import { findLiveRunner } from '../processes/runner-record.ts'
import { say } from '../progress.ts'
import { startStack } from '../servers/start-stack.ts'
import { addOutcomes, failureLine, type Outcome } from './outcome.ts'
import { playwrightOutcome } from './playwright-outcome.ts'
import { vitestOutcome } from './vitest-outcome.ts'

export type StepOptions = { filters: readonly string[]; signal: AbortSignal }
export type TestStep = {
  name: string
  title: string
  /** Name of a step that must have run without a failure. */
  needs?: string
  run(options: StepOptions): Promise<Outcome>
}

/** What `pnpm test` runs, in this order. */
export const testSteps: readonly TestStep[] = [
  { name: 'lint', title: 'lint and format', run: (options) => check('biome', ['check', '.'], options) },
  { name: 'typecheck', title: 'types', run: (options) => turbo('typecheck', options) },
  { name: 'unit', title: 'unit tests', run: (options) => vitest('unit', options) },
  {
    name: 'integration',
    title: 'integration tests on PostgreSQL',
    run: (options) => vitest('integration', options),
  },
  { name: 'build', title: 'production build', run: buildWithoutSecrets },
  { name: 'e2e', title: 'journeys in a browser', needs: 'build', run: playwright },
]

/** A tool that passes or fails counts as one test; its output is shown when it fails. */
async function check(command: string, args: string[], { signal }: StepOptions): Promise<Outcome> {
  const { status, output } = await run(command, args, {
    cwd: repoRoot,
    capture: true,
    allowFailure: true,
    signal,
  })
  if (status === 0) return { passed: 1, failures: [] }
  say(output)
  return { passed: 0, failures: [failureLine([command, ...args].join(' '), output)] }
}

async function turbo(task: string, options: StepOptions): Promise<Outcome> {
  await forgetDevelopmentTypes()
  return check('turbo', ['run', task, '--output-logs=errors-only', '--no-update-notifier'], options)
}

/** What browsers are given and what the API runs, searched for secrets once it is built. */
async function buildWithoutSecrets(options: StepOptions): Promise<Outcome> {
  const built = await turbo('build', options)
  if (built.failures.length > 0) return built
  const run = join(repoRoot, 'packages/stack/run.js')
  return addOutcomes([built, await check(process.execPath, [run, 'scan-secrets', 'build'], options)])
}

/** `next dev` leaves types that name its pages, which fail the check once a page has been removed. */
async function forgetDevelopmentTypes(): Promise<void> {
  if ((await findLiveRunner('dev')) !== undefined) return
  await rm(join(webFolder, '.next/dev/types'), { recursive: true, force: true })
}

async function vitest(project: string, { filters, signal }: StepOptions): Promise<Outcome> {
  const report = await freshReport(project)
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const { status } = await run('vitest', [...args, ...filters], { cwd: repoRoot, allowFailure: true, signal })
  return vitestOutcome(report, status)
}

async function playwright({ filters, signal }: StepOptions): Promise<Outcome> {
  const report = await freshReport('e2e')
  const browser = await findBrowser()
  const stack = await startStack({ web: true, seed: true })
  try {
    const { status } = await run('playwright', ['test', ...filters], {
      cwd: e2eFolder,
      allowFailure: true,
      signal,
      env: {
        E2E_BASE_URL: stack.webUrl,
        E2E_API_URL: stack.apiUrl,
        E2E_GUIDE: JSON.stringify(stack.guide),
        E2E_CHROMIUM: browser,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    })
    return await playwrightOutcome(report, status)
  } finally {
    await stack.stop()
  }
}

/** A report of an earlier run must not be read as this one's. */
async function freshReport(name: string): Promise<string> {
  const file = join(dataFolder, 'reports', `${name}.json`)
  await rm(file, { force: true })
  return file
}
