import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dataFolder } from '../paths.ts'

/** Unpacks the Chromium that came from npm (linux x64) once, with the libraries it needs. Its own `args` do not fit here. */
export async function unpackNpmChromium(): Promise<string | undefined> {
  if (platform() !== 'linux' || arch() !== 'x64') return undefined
  const packageFolder = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))))
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  const folder = join(dataFolder, `chromium-${version}`)
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`
    await unpackTo(unfinished, join(packageFolder, 'bin'))
    await writeFile(join(unfinished, 'start'), startScript(folder), { mode: 0o755 })
    await writeFile(join(unfinished, 'fonts.conf'), fontsConfiguration(folder))
    await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }))
  }
  return join(folder, 'start')
}

async function unpackTo(folder: string, packed: string): Promise<void> {
  const { default: chromium, inflate } = await import('@sparticuz/chromium')
  await mkdir(folder, { recursive: true })
  const { TMPDIR } = process.env
  // The package unpacks to the temporary folder, wherever that is.
  process.env.TMPDIR = folder
  try {
    await chromium.executablePath()
    await inflate(join(packed, 'al2023.tar.br'))
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
}

/** Provides the few libraries that a bare machine lacks, and a font where there is none. */
const startScript = (folder: string) => `#!/bin/sh
export LD_LIBRARY_PATH="\${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}${folder}/al2023/lib"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="${folder}/fonts.conf"
exec "${folder}/chromium" "$@"
`

const fontsConfiguration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`
