/**
 * Runs a script of `src` by its name. Plain JavaScript, so that even an older Node can run it and report that it is
 * too old.
 */
const [name] = process.argv.splice(2, 1)
const [major] = process.versions.node.split('.').map(Number)

if (major < 24) {
  process.stderr.write(
    `This needs Node 24, which is among the dependencies, but runs on ${process.version}: the install did not finish.\n` +
      'Run `npx -y pnpm install` to see why, then run the command through `npx pnpm` again.\n',
  )
  process.exit(1)
}

try {
  await import(`./src/${name}.ts`)
} catch (error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
  process.stderr.write(`${error.message}\nThe install did not finish: run \`npx -y pnpm install\`.\n`)
  process.exit(1)
}
