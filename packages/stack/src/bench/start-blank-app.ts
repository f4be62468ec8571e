import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataFolder, repoRoot, webFolder } from '../paths.ts'
import { run } from '../processes/run.ts'
import { freePort } from '../servers/free-port.ts'
import type { BenchRun } from './bench-run.ts'
import { startProcess } from './start-process.ts'
import { waitForAnswer } from './wait-for-answer.ts'

const files = {
  'package.json': '{ "type": "module" }',
  'next.config.js': `export default { turbopack: { root: ${JSON.stringify(repoRoot)} } }`,
  'app/layout.jsx': 'export default ({ children }) => <html lang="en"><body>{children}</body></html>',
  'app/page.jsx': 'export default () => <p>Blank</p>',
}

/** The least that the installed Next can be: one page with one word, built and started as ours is. Returns its address. */
export async function startBlankApp(bench: BenchRun): Promise<string> {
  const folder = join(dataFolder, 'bench/blank')
  await rm(folder, { recursive: true, force: true })
  await mkdir(join(folder, 'app'), { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  await symlink(join(webFolder, 'node_modules'), join(folder, 'node_modules'))
  const next = join(webFolder, 'node_modules/next/dist/bin/next')
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  await run(process.execPath, [next, 'build', folder], { cwd: webFolder, capture: true, env })

  const port = await freePort()
  const logFile = join(folder, 'server.log')
  const args = [next, 'start', folder, '-p', String(port), '-H', '127.0.0.1']
  const server = await startProcess({ args, env, bench, logFile })
  await waitForAnswer(server, port, '/', logFile)
  return `http://localhost:${port}/`
}
