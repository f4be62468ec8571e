import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'
import { dim, say } from '../progress.ts'
import { firstBrowser } from './first-browser.ts'
import { unpackNpmChromium } from './unpack-npm-chromium.ts'

const runFile = promisify(execFile)
const installMs = 300_000

/** The path of a Chromium that runs, installed if need be; says which one it took. */
export async function findBrowser(): Promise<string> {
  const { path, name } = await firstBrowser(process.env.E2E_CHROMIUM, sources, runs)
  say(dim(`  browser: ${name}, ${path}`))
  return path
}

const sources = [
  { name: "Playwright's own", find: async () => chromium.executablePath() },
  { name: 'the installed one', find: async () => installed().find((path) => existsSync(path)) },
  { name: 'from npm', find: unpackNpmChromium },
  { name: 'installed by Playwright', find: installWithPlaywright },
  { name: 'installed by apt-get', find: installWithApt },
]

/** A browser that lacks a system library fails here, not in each test. */
async function runs(path: string): Promise<boolean> {
  if (!existsSync(path)) return false
  return runFile(path, ['--version'], { timeout: 30_000 }).then(
    () => true,
    () => false,
  )
}

function installed(): string[] {
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser']
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(process.env.PROGRAMFILES ?? 'C:\\Program Files', 'Google\\Chrome\\Application\\chrome.exe'),
  ]
}

async function installWithPlaywright(): Promise<string> {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  await runFile(process.execPath, [cli, 'install', 'chromium'], { timeout: installMs })
  return chromium.executablePath()
}

async function installWithApt(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  const options = { timeout: installMs, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  await runFile('apt-get', ['update', '-qq'], options)
  await runFile('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options)
  return '/usr/bin/chromium'
}
