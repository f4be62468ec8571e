#!/usr/bin/env node
/** Starts `src/main.ts`. Plain JavaScript, so that even an older Node can run it and report that it is too old. */
const [major] = process.versions.node.split('.').map(Number)

if (major < 24) {
  process.stderr.write(`This needs Node 24 and runs on ${process.version}.\n`)
  process.exit(2)
}

await import('./src/main.ts')
