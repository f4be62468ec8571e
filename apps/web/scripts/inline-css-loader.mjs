/** Turns a stylesheet into a module that holds its text, so that a page can carry it in its first bytes. */
import { createRequire } from 'node:module'
import tailwind from '@tailwindcss/postcss'

// Tailwind's own PostCSS and Lightning CSS, so that there is one version of each.
const fromPlugin = createRequire(import.meta.resolve('@tailwindcss/postcss'))
const postcss = fromPlugin('postcss')
const lightning = createRequire(fromPlugin.resolve('@tailwindcss/node'))('lightningcss')

const version = (major, minor = 0) => (major << 16) | (minor << 8)
// The same browsers as `browserslist` in package.json.
const targets = {
  chrome: version(111),
  edge: version(111),
  firefox: version(128),
  safari: version(16, 4),
  ios_saf: version(16, 4),
}

export default function inlineCss(source) {
  const done = this.async()
  compile(source, this).then((css) => done(null, `export default ${JSON.stringify(css)}`), done)
}

async function compile(source, loader) {
  const from = loader.resourcePath
  const { css, messages } = await postcss([tailwind({ optimize: false })]).process(source, { from })
  for (const { type, file, dir } of messages) {
    if (type === 'dependency') loader.addDependency(file)
    if (type === 'dir-dependency') loader.addContextDependency(dir)
  }
  return lightning
    .transform({ filename: from, code: Buffer.from(css), minify: true, targets })
    .code.toString()
}
