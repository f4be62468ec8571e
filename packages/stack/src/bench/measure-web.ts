import { chromium } from '@playwright/test'
import { findBrowser } from '../find-browser.ts'
import { repoRoot } from '../paths.ts'
import { step } from '../progress.ts'
import { run } from '../run.ts'
import type { RunnerRecord } from '../runner-record.ts'
import { startStack } from '../start-stack.ts'
import { measurePaint } from './measure-paint.ts'
import { measureScripts } from './measure-scripts.ts'
import type { Row } from './row.ts'
import { startBlankApp } from './start-blank-app.ts'

const build = ['run', 'build', '--output-logs=errors-only', '--no-update-notifier']

/** What a diner's phone gets from the production build. */
export async function measureWeb(record: RunnerRecord): Promise<Row[]> {
  await step('production build', () => run('turbo', build, { cwd: repoRoot, capture: true }))
  const blank = await step('empty page', () => startBlankApp(record))
  const stack = await startStack({ web: true, seed: true })
  const browser = await chromium.launch({ executablePath: await findBrowser() })
  try {
    const urls = { blankUrl: blank.url, menuUrl: stack.webUrl + (stack.guide?.tables[0]?.path ?? '') }
    return [
      ...(await step('JavaScript', () => measureScripts(browser, urls))),
      await step('first paint', () => measurePaint(browser, urls)),
    ]
  } finally {
    await browser.close()
    await stack.stop()
    await blank.stop()
  }
}
