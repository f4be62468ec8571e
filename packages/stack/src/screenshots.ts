import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findBrowser } from './browser/find-browser.ts'
import { repoRoot } from './paths.ts'
import { run } from './processes/run.ts'
import { say, step } from './progress.ts'
import { dinnerIsOn } from './screenshots/dinner-is-on.ts'
import { letTimePass } from './screenshots/let-time-pass.ts'
import { type Shot, shots } from './screenshots/shots.ts'
import { startStack } from './servers/start-stack.ts'

/** `pnpm screenshots`: the pictures of the README, taken from the production build with the demo data on a full evening. */
const folder = join(repoRoot, 'docs/screenshots')
await mkdir(folder, { recursive: true })
const executablePath = await findBrowser()
await step('production build', () =>
  run('turbo', ['run', 'build', '--output-logs=errors-only'], { cwd: repoRoot, capture: true }),
)
const stack = await step('stack', () => startStack({ web: true, seed: true }))
const browser = await chromium.launch({ executablePath })

try {
  const evening = await step('guests arrive', () => dinnerIsOn(stack.apiUrl, stack.guide))
  await step('time passes', () => letTimePass(stack.adminUrl))
  for (const shot of shots) await step(shot.name, () => take(shot, evening))
} finally {
  await browser.close()
  await stack.stop()
}
say(`\n  The pictures are in ${folder.slice(repoRoot.length + 1)}.`)

async function take(
  { name, size: [width, height], theme, locale, scale, visit }: Shot,
  evening: Awaited<ReturnType<typeof dinnerIsOn>>,
): Promise<void> {
  const context = await browser.newContext({
    baseURL: stack.webUrl,
    viewport: { width, height },
    colorScheme: theme,
    locale,
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await visit(page, evening)
  await page.evaluate('document.fonts.ready')
  // An open event stream keeps the network busy for ever, so waiting for a quiet network is useless.
  await page.waitForFunction(`[...document.images].every((image) => {
    const { top, bottom } = image.getBoundingClientRect()
    return image.complete || bottom < 0 || top > innerHeight
  })`)
  await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 82 })
  await context.close()
}
