import { chromium } from '@playwright/test'
import { findBrowser } from '../browser/find-browser.ts'
import { repoRoot } from '../paths.ts'
import { run } from '../processes/run.ts'
import { step } from '../progress.ts'
import { startStack } from '../servers/start-stack.ts'
import type { BenchRun } from './bench-run.ts'
import { measurePaint } from './measure-paint.ts'
import { measureScripts } from './measure-scripts.ts'
import type { Row } from './row.ts'
import { startBlankApp } from './start-blank-app.ts'

const build = ['run', 'build', '--output-logs=errors-only', '--no-update-notifier']

/** What a diner's phone gets from the production build. */
export async function measureWeb(bench: BenchRun): Promise<Row[]> {
  await step('production build', () => run('turbo', build, { cwd: repoRoot, capture: true }))
  const blankUrl = await step('empty page', () => startBlankApp(bench))
  const stack = await startStack({ web: true, seed: true })
  bench.atEnd(stack.stop)
  const browser = await chromium.launch({ executablePath: await findBrowser() })
  bench.atEnd(() => browser.close())
  const [table] = stack.guide?.tables ?? []
  if (!table) throw new Error('the demo data has no table')
  const pages = { blankUrl, menuUrl: stack.webUrl + table.path }
  return [
    ...(await step('JavaScript', () => measureScripts(browser, pages))),
    await step('first paint', () => measurePaint(browser, pages)),
  ]
}
