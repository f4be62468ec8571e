import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { findSecrets } from './find-secrets.ts'
import type { Finding } from './scan-repository.ts'

const binary = /\.(png|jpe?g|webp|avif|ico|woff2?|pdf|node|wasm|so(\.[\d.]+)?)$/
/** Examples and parameter names in third-party code look like assigned secrets, so only known formats count there. */
const foreign = /(^|\/)node_modules\//

/** Looks for secrets in every file below a folder, such as a build. @throws Error when there is nothing to read */
export function scanFolder(folder: string, allowed: ReadonlySet<string>): Finding[] {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  if (files.length === 0) throw new Error(`${folder} is empty`)
  return files
    .filter((file) => !binary.test(file))
    .flatMap((file) =>
      findSecrets(readFileSync(join(folder, file), 'utf8'), {
        allowed,
        formatsOnly: foreign.test(file),
      }).map((found) => ({ ...found, where: `${file}:${found.line}` })),
    )
}
