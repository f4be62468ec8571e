import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { say } from './progress.ts'
import { readBom } from './supply/list-packages.ts'

/** `pnpm sbom:write FILE`: the bill of materials (CycloneDX JSON) of what runs in production. */
const [given] = process.argv.slice(2).filter((arg) => arg !== '--')
if (given === undefined) throw new Error('name the file to write')
const file = resolve(given)
const bom = readBom('production')
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`)
say(`${bom.components.length} components in ${given}.`)
