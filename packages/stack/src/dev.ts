import { createDevStack } from './dev/dev-stack.ts'
import { explainError } from './dev/explain-error.ts'
import { watchLaunchers } from './dev/launchers.ts'
import { renderPanel } from './dev/render-panel.ts'
import { red, say } from './progress.ts'
import { readPorts } from './servers/check-ports.ts'

/** `pnpm dev`: everything on this machine, restarted by edits, until Ctrl-C. */
const start = performance.now()
// A closed terminal must not interrupt the shutdown.
process.stdout.on('error', () => {})

let stop: () => Promise<void> = async () => {}
let ending = false

async function end(status: number, why?: string): Promise<void> {
  if (ending) return
  ending = true
  say(why === undefined ? '\n  Stopping …' : `\n  ${red(why)}`)
  await stop().catch((error: Error) => say(error.message))
  process.exit(status)
}

process.on('SIGINT', () => end(130))
process.on('SIGTERM', () => end(143))
process.on('SIGHUP', () => end(129))
await watchLaunchers(() => end(1, 'The command that started this was killed: stopping'))

try {
  const ports = readPorts(process.env)
  const stack = createDevStack({
    ports,
    onDeath: (name, why) => end(1, `${name} died (${why}): stopping the rest`),
  })
  stop = stack.stop
  say('\n  RestAI\n')
  const guide = await stack.start()
  if (!ending)
    say(`\n${renderPanel(`http://localhost:${ports.web.port}`, guide, performance.now() - start)}\n`)
} catch (error) {
  await end(1, explainError(error))
}
