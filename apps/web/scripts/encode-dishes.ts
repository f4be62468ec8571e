/** Encodes `assets/dishes` into what pages load: each picture at two widths in AVIF and WebP, pieces as SVG. */
import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { join, parse } from 'node:path'
import sharp from 'sharp'

const source = join(import.meta.dirname, '../assets/dishes')
const target = join(import.meta.dirname, '../public/dishes')
const widthsPx = [320, 800]

async function encode(file: string): Promise<void> {
  const { name } = parse(file)
  for (const width of widthsPx) {
    const picture = sharp(join(source, file)).resize({ width })
    await picture
      .clone()
      .avif({ quality: 58, effort: 6 })
      .toFile(join(target, `${name}-${width}.avif`))
    await picture
      .clone()
      .webp({ quality: 82, effort: 6, alphaQuality: 90 })
      .toFile(join(target, `${name}-${width}.webp`))
  }
}

await mkdir(target, { recursive: true })
for (const file of await readdir(source)) {
  if (file.endsWith('.svg')) await copyFile(join(source, file), join(target, file))
  if (file.endsWith('.webp')) await encode(file)
}
