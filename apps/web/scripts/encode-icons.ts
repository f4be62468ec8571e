/** Draws the icons of browsers and home screens from `assets/mark.svg`. */
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

const source = join(import.meta.dirname, '../assets/mark.svg')
const target = join(import.meta.dirname, '../public/icons')
const enamel = '#f5f4ee'

/** A square icon whose mark takes `share` of the width; maskable icons may lose a fifth at each edge. */
async function draw(file: string, sizePx: number, share: number): Promise<void> {
  const markPx = Math.round(sizePx * share)
  const mark = await sharp(await readFile(source), { density: 1200 })
    .resize(markPx, markPx)
    .png()
    .toBuffer()
  await sharp({ create: { width: sizePx, height: sizePx, channels: 4, background: enamel } })
    .composite([{ input: mark, gravity: 'centre' }])
    .png({ palette: true })
    .toFile(join(target, file))
}

await mkdir(target, { recursive: true })
await copyFile(source, join(target, 'mark.svg'))
await draw('apple-touch-icon.png', 180, 0.62)
await draw('icon-192.png', 192, 0.66)
await draw('icon-512.png', 512, 0.66)
await draw('icon-maskable-512.png', 512, 0.5)
