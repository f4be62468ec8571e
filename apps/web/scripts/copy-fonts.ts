/** Copies the faces that pages load from their packages to `public/fonts`, with their licences. */
import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const target = join(import.meta.dirname, '../public/fonts')
const faces = [
  { family: 'bricolage-grotesque', axes: 'opsz' },
  { family: 'figtree', axes: 'wght' },
]

await mkdir(target, { recursive: true })
for (const { family, axes } of faces) {
  const home = dirname(new URL(import.meta.resolve(`@fontsource-variable/${family}/package.json`)).pathname)
  await copyFile(join(home, 'LICENSE'), join(target, `OFL-${family}.txt`))
  for (const subset of ['latin', 'latin-ext']) {
    const file = `${family}-${subset}-${axes}-normal.woff2`
    await copyFile(join(home, 'files', file), join(target, `${family}-${subset}.woff2`))
  }
}
